"""What stands under a question goes where it belongs: points, follow-ups, purpose and the rest."""

import pytest

from questions.vocabulary import Level
from tests.guides.samples import first, guide_of, reasons_of


@pytest.mark.parametrize(
    "text",
    [
        "## What is a roux?\n\nFat and *flour*.\n\n## Why?\n",
        "1. What is a roux?\n\n   Fat and *flour*.\n\n2. Why?\n",
        "1. What is a roux?\n   Fat and *flour*.\n2. Why?\n",
        "1. **What is a roux?** Fat and *flour*.\n2. Why?\n",
        "1. What is a roux?\n\nFat and *flour*.\n\n2. Why?\n",
        "1. What is a roux?\n2. Why?\n   - Answer: Because.\n".replace("2.", "   - Answer: Fat and *flour*.\n2."),
        "Q: What is a roux?\nA: Fat and *flour*.\n",
        "Q: What is a roux? A: Fat and *flour*.\n",
        "**What is a roux?**\n\n**Sample answer:** Fat and *flour*.\n",
        "## Question 1\nWhat is a roux?\n\n### Answer\n\nFat and *flour*.\n",
        "## What is a roux?\n\n<details><summary>Show answer</summary>\n\nFat and *flour*.\n\n</details>\n".replace(
            "Show answer", "Answer"
        ),
        "| Question | Answer |\n|--|--|\n| What is a roux? | Fat and *flour*. |\n",
    ],
)
def test_an_answer_becomes_the_points(text: str) -> None:
    question = first(text)
    assert (question.text, question.points) == ("What is a roux?", "Fat and *flour*.")


def test_a_long_answer_keeps_its_lists_and_code() -> None:
    question = first("## How do you boil an egg?\n\nLike this:\n\n- water\n- egg\n\n```sh\nboil\n```\n\n## Why?\n")
    assert question.points == "Like this:\n\n- water\n- egg\n\n```sh\nboil\n```"


def test_nested_questions_are_follow_ups_and_nested_statements_points() -> None:
    question = first("- Tell me about a menu.\n  - Who planned it?\n  - It should name the season\n  - What did it cost?\n")
    assert question.follow_ups == ["Who planned it?", "What did it cost?"]
    assert question.points == "- It should name the season"


def test_follow_ups_may_stand_under_a_heading_of_their_own() -> None:
    question = first("## Question 1\n\nWhy cooking?\n\n### Follow-up questions\n\n- Since when?\n- Where first?\n")
    assert question.follow_ups == ["Since when?", "Where first?"]


def test_labels_in_lines_are_told_apart() -> None:
    question = first(
        "Question: Why cooking?\nWhy they ask: to see drive\nLook for: a story\nRed flags: money\nTags: drive, fit\nPoints: 5\n"
    )
    assert (question.purpose, question.pitfalls, question.topics) == ("to see drive", "money", ["drive", "fit"])
    assert question.points == "a story\n\n5"


def test_answers_for_levels_are_benchmarks() -> None:
    question = first("## Questions\n\n1. Why?\n   - **Junior**: likes it\n   - **Senior level:** lives it\n")
    assert question.benchmarks == {Level.ENTRY: "likes it", Level.SENIOR: "lives it"}


def test_the_options_of_a_quiz_are_reported_and_are_no_answer() -> None:
    guide = guide_of("1. Which is a fat?\n   a) butter\n   b) flour\n\n2. Which is a flour?\n   - A: rye\n   - B: oil\n")
    assert [(question.text, question.points) for question in guide.questions] == [
        ("Which is a fat?", ""),
        ("Which is a flour?", ""),
    ]
    assert list(reasons_of(guide).values()) == ["the options of a multiple-choice question"] * 2


def test_a_closing_word_is_no_answer_to_the_last_question() -> None:
    guide = guide_of("1. Why?\n2. How?\n\nThat is all there is.\n")
    assert guide.questions[1].points == ""
    assert reasons_of(guide) == {4: "text without a place in a guide"}


def test_a_word_with_a_colon_that_is_no_label_stays_in_the_answer() -> None:
    question = first("## What is a roux?\n\n- Ratio: equal parts of fat and flour by weight\n- Colour: from white to brown\n")
    assert question.points == "- Ratio: equal parts of fat and flour by weight\n- Colour: from white to brown"


def test_an_unknown_label_is_reported_with_its_own_line() -> None:
    guide = guide_of("# Archivist\n\nQuestion: Why?\nAnswer: Because.\nDifficulty: hard\n")
    assert guide.questions[0].points == "Because."
    assert reasons_of(guide) == {5: "the label “Difficulty” is not known"}
