"""Question lists in CSV and JSON become one guide for each role they name."""

import json

import pytest

from questions.guides.document import Guide, GuideError
from questions.guides.shapes.tables import read_csv, read_json
from questions.vocabulary import Level
from tests.guides.samples import texts_of


def csv_of(text: str) -> list[Guide]:
    return read_csv(text, field="Field", group="Group", name="Cook")


def json_of(data: object) -> list[Guide]:
    return read_json(json.dumps(data), field="Field", group="Group", name="Cook")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator_is_recognised(separator: str) -> None:
    rows = [["Question", "Answer", "Topic"], ["What is a roux?", "A mix.", "Sauces"], ["Why?", "Because.", "Drive"]]
    (guide,) = csv_of("\n".join(separator.join(row) for row in rows))
    assert [(question.text, question.points, question.topics) for question in guide.questions] == [
        ("What is a roux?", "A mix.", ["Sauces"]),
        ("Why?", "Because.", ["Drive"]),
    ]


@pytest.mark.parametrize("header", ["question", "Questions", "PROMPT", "interview_question", "questionText", "text"])
def test_the_column_of_questions_has_many_names(header: str) -> None:
    assert texts_of(csv_of(f"id,{header}\n1,Why?\n")[0]) == ["Why?"]


def test_each_role_named_gets_a_guide_of_its_own() -> None:
    guides = csv_of(
        "Question,Job Title,Industry,Group\nWhy?,Baker,Food,Kitchen\nHow?,Waiter,Food,Hall\nWhen?,baker,food,kitchen\n"
    )
    assert [(guide.field, guide.group, guide.title, texts_of(guide)) for guide in guides] == [
        ("Food", "Kitchen", "Baker", ["Why?", "When?"]),
        ("Food", "Hall", "Waiter", ["How?"]),
    ]


def test_a_table_without_roles_takes_the_name_of_the_file() -> None:
    (guide,) = csv_of("question\nWhy?\n")
    assert (guide.field, guide.group, guide.title) == ("Field", "Group", "Cook")


def test_an_answer_with_a_level_is_a_benchmark() -> None:
    (guide,) = csv_of("question,answer,level\nWhy?,fun,Junior\nHow?,well,Senior\nWhen?,now,purple\n")
    assert [question.benchmarks for question in guide.questions] == [{Level.ENTRY: "fun"}, {Level.SENIOR: "well"}, {}]
    assert guide.questions[2].points == "now"
    assert [(note.line, note.text) for note in guide.notes] == [(4, "purple")]


def test_quoted_cells_may_hold_commas_and_lines() -> None:
    (guide,) = csv_of('question,answer,follow-up\n"Why, then?","- a\n- b","Since when?\nWho else?"\nHow?,x,\n')
    first, second = guide.questions
    assert (first.text, first.points, first.follow_ups) == ("Why, then?", "- a\n- b", ["Since when?", "Who else?"])
    assert (first.line, second.line) == (2, 5)


def test_text_in_cells_is_taken_as_it_stands() -> None:
    (guide,) = csv_of("question,tags\nWhat does *args mean in a_b_c?,C++; C#\n")
    assert texts_of(guide) == ["What does *args mean in a_b_c?"]
    assert guide.questions[0].topics == ["C++", "C#"]


def test_columns_that_are_not_known_are_reported() -> None:
    (guide,) = csv_of("question,mood\nWhy?,blue\n")
    assert [(note.line, note.text) for note in guide.notes] == [(2, "mood: blue")]


def test_a_row_without_a_question_is_reported() -> None:
    (guide,) = csv_of("question,answer\n,lost\nWhy?,found\n")
    assert [note.line for note in guide.notes] == [2]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "question\n", "no table", 'question\n"' + "x" * 1_100_000])
def test_a_table_that_holds_no_questions_is_an_error(text: str) -> None:
    with pytest.raises(GuideError):
        csv_of(text)


@pytest.mark.parametrize(
    "data",
    [
        [{"question": "Why?", "answer": "Fun."}],
        {"questions": [{"question": "Why?", "answer": "Fun."}]},
        {"data": {"items": [{"prompt": "Why?", "points": ["Fun."]}]}},
    ],
)
def test_a_list_of_objects_is_found_in_json(data: object) -> None:
    (guide,) = json_of(data)
    assert [(question.text, question.points) for question in guide.questions] == [("Why?", "Fun.")]


def test_a_list_of_texts_is_a_list_of_questions() -> None:
    assert texts_of(json_of({"role": "Baker", "questions": ["Why?", "How?"]})[0]) == ["Why?", "How?"]


def test_what_an_object_says_serves_for_its_list() -> None:
    guides = json_of(
        [{"role": "Baker", "questions": [{"question": "Why?"}]}, {"role": "Waiter", "questions": [{"question": "How?"}]}]
    )
    assert [(guide.title, texts_of(guide)) for guide in guides] == [("Baker", ["Why?"]), ("Waiter", ["How?"])]


def test_lists_under_names_are_topics() -> None:
    (guide,) = json_of({"Sauces": [{"question": "Why?"}], "Knives": [{"question": "How?", "tags": ["steel", "care"]}]})
    assert [question.topics for question in guide.questions] == [["Sauces"], ["Knives", "steel", "care"]]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"a": 1}', "3", '[{"answer": "x"}]', '[{"question": ""}]', "[" * 100_000, "1" * 5000]
)
def test_json_without_questions_is_an_error(text: str) -> None:
    with pytest.raises(GuideError):
        read_json(text, field="Field", group="Group", name="Cook")


def test_broken_json_is_an_error_with_its_line() -> None:
    with pytest.raises(GuideError) as caught:
        read_json('[\n{"question": }\n]')
    assert caught.value.line == 2
