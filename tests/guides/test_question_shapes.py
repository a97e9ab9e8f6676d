"""Questions are found in whatever shape people write them."""

import pytest

from tests.guides.samples import guide_of, texts_of

TWO = ["What is a roux?", "How do you sharpen a knife?"]


@pytest.mark.parametrize(
    "text",
    [
        "1. What is a roux?\n2. How do you sharpen a knife?\n",
        "1) What is a roux?\n2) How do you sharpen a knife?\n",
        "- What is a roux?\n- How do you sharpen a knife?\n",
        "* [ ] **What is a roux?**\n* [x] How do you `sharpen` a knife?\n",
        "+ Q1. What is a roux?\n+ Q2: How do you sharpen\n  a knife?\n",
        "## What is a roux?\n\nA mix.\n\n## How do you sharpen a knife?\n\nSlowly.\n",
        "### 1. What is a roux?\nA mix.\n### 2. How do you sharpen a knife?\nSlowly.\n",
        "## Question 1\n\nWhat is a roux?\n\n## Question 2:\n\nHow do you sharpen a knife?\n",
        "## Question 1: What is a roux?\n\n## Question 2 - How do you sharpen a knife?\n",
        "**What is a roux?**\n\nA mix.\n\n**How do you sharpen a knife?**\n\nSlowly.\n",
        "**1. What is a roux?**\nA mix.\n\n**2. How do you sharpen a knife?**\nSlowly.\n",
        "Q: What is a roux?\nA: A mix.\n\nQ: How do you sharpen a knife?\nA: Slowly.\n",
        "**Q: What is a roux?**\n\n**A:** A mix.\n\n**Q: How do you sharpen a knife?**\n\n**A:** Slowly.\n",
        "Question: What is a roux?\nAnswer: A mix.\n\nQuestion: How do you sharpen a knife?\nAnswer: Slowly.\n",
        "Question:\nWhat is a roux?\n\nQuestion:\nHow do you sharpen a knife?\n",
        "<details><summary>What is a roux?</summary>\n\nA mix.\n\n</details>\n"
        "<details>\n<summary><b>How do you sharpen a knife?</b></summary>\nSlowly.\n</details>\n",
        "| No. | Question | Answer |\n|--|--|--|\n| 1 | What is a roux? | A mix. |\n"
        "| 2 | How do you sharpen a knife? | Slowly. |\n",
        "| A | B |\n|--|--|\n| x | What is a roux? |\n| y | How do you sharpen a knife? |\n",
        "What is a roux?\nHow do you sharpen a knife?\n",
        "What is a roux?\n\nHow do you sharpen\na knife?\n",
        "1. ### What is a roux?\n\n   A mix.\n\n2. ### How do you sharpen a knife?\n\n   Slowly.\n",
        "<ol>\n<li>What is a <b>roux</b>?</li>\n<li>How do you sharpen a knife?</li>\n</ol>\n",
        "> 1. What is a roux?\n> 2. How do you sharpen a knife?\n",
        "a. What is a roux?\nb. How do you sharpen a knife?\n",
        "1.1 What is a roux?\n1.2 How do you sharpen a knife?\n",
        "- What is a roux? - A mix.\n- How do you sharpen a knife? – Slowly.\n",
        "# What is a roux?\n\nA mix.\n\n# How do you sharpen a knife?\n\nSlowly.\n",
        "# Interview Questions\n\n1. What is a roux?\n\n2. How do you sharpen a knife?\n",
    ],
)
def test_the_same_two_questions_in_every_shape(text: str) -> None:
    assert texts_of(guide_of(text)) == TWO


def test_questions_need_no_question_mark_in_a_list_of_questions() -> None:
    guide = guide_of("## Sample Questions\n\n1. Knife skills\n2. Describe your mise en place\n3. Why cooking\n")
    assert texts_of(guide) == ["Knife skills", "Describe your mise en place", "Why cooking"]


def test_questions_in_other_scripts_are_questions() -> None:
    guide = guide_of("- あなたの強みは何ですか。\n- 为什么选择这个职位？\n- لماذا تريد هذا العمل؟\n- Почему вы здесь?\n")
    assert len(guide.questions) == 4


def test_marks_and_entities_in_a_question_become_plain_text() -> None:
    guide = guide_of("1. What do **`List<String>`** &amp; [maps](https://maps.example) share?\n")
    assert texts_of(guide) == ["What do List<String> & maps share?"]


def test_lines_are_those_of_the_file_even_in_html() -> None:
    guide = guide_of("# Cook\n\n<details>\n<summary>\nWhat is a roux?\n</summary>\n\nA mix.\n\n</details>\n\n1. Why?\n")
    assert [(question.text, question.line) for question in guide.questions] == [("What is a roux?", 4), ("Why?", 12)]


def test_two_shapes_in_one_file_are_both_read() -> None:
    guide = guide_of(
        "# Cook\n\n## Basics\n\n- What is a roux?\n- Why?\n\n## Knives\n\n### How do you sharpen a knife?\n\nSlowly.\n"
    )
    assert [(question.text, question.section) for question in guide.questions] == [
        ("What is a roux?", "Basics"),
        ("Why?", "Basics"),
        ("How do you sharpen a knife?", "Knives"),
    ]
