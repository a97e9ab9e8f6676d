"""A guide as a large public collection has it: what is about the role stays, what is about the collection goes."""

import pytest

from questions.guides.document import Guide
from questions.guides.reader import read_guide
from questions.guides.text import decode
from questions.vocabulary import LinkKind
from tests.guides.samples import COLLECTED, guide_of, reasons_of, texts_of


@pytest.fixture
def guide() -> Guide:
    text, _ = decode(COLLECTED.encode())
    return read_guide(text, field="Field", group="Group", name="Map Archivist")


def test_the_title_is_the_heading_without_interview_prep(guide: Guide) -> None:
    assert guide.title == "Map Archivist"


def test_the_description_is_what_is_said_about_the_role(guide: Guide) -> None:
    assert guide.description == (
        "A Map Archivist keeps maps and plans safe and findable.\n\nMost work in large libraries, some in town halls."
    )


def test_every_question_is_read_with_and_without_a_question_mark(guide: Guide) -> None:
    assert texts_of(guide) == ["How do you flatten a rolled map?", "Tell me about a map you could not date"]
    assert [question.line for question in guide.questions] == [15, 16]


def test_sample_questions_is_no_topic(guide: Guide) -> None:
    assert {question.section for question in guide.questions} == {""}


def test_an_item_that_is_only_a_link_is_a_resource_with_a_readable_title(guide: Guide) -> None:
    link = guide.links[0]
    assert (link.title, link.url, link.kind) == (
        "More Map Archivist questions at bank.example",
        "https://bank.example/job/7/Map%20Archivist",
        LinkKind.MORE,
    )


def test_links_in_what_is_left_out_are_kept_each_once(guide: Guide) -> None:
    assert [(link.title, link.kind) for link in guide.links[1:]] == [
        ("Bank", LinkKind.MORE),
        ("Twitter", LinkKind.SOCIAL),
        ("LinkedIn", LinkKind.SOCIAL),
    ]


def test_what_is_left_out_is_reported_by_line(guide: Guide) -> None:
    assert {line for line, reason in reasons_of(guide).items() if reason.startswith("boilerplate")} == {
        3,
        11,
        19,
        21,
        23,
        25,
        27,
        29,
    }


def test_the_repair_of_emoji_is_reported() -> None:
    text, notes = decode(COLLECTED.encode())
    assert "## 🚀 Overview" in text
    assert [note.reason for note in notes] == ["mis-decoded characters were repaired on lines 9, 13, 19, 23, 27"]


def test_a_title_that_differs_from_the_file_name_wins_and_is_reported() -> None:
    guide = guide_of("# Map Keeper Interview Questions\n\n1. Why?\n", name="Archivist")
    assert guide.title == "Map Keeper"
    assert reasons_of(guide) == {1: "the title differs from the file name “Archivist”"}


@pytest.mark.parametrize(
    "heading",
    ["Map Keeper Interview Preparation", "Top 50 Map Keeper Interview Questions", "Interview questions for a Map Keeper"],
)
def test_titles_of_collections_name_the_role(heading: str) -> None:
    assert guide_of(f"# {heading}\n\n1. Why?\n").title == "Map Keeper"


def test_a_file_without_a_title_is_called_by_its_name() -> None:
    assert guide_of("# Interview Questions\n\n1. Why?\n", name="Map Keeper").title == "Map Keeper"


def test_a_first_line_without_marks_may_be_the_title() -> None:
    guide = guide_of("Map Keeper Interview Questions\n\n1) Why?\n", name="Map Keeper")
    assert (guide.title, guide.description, guide.notes) == ("Map Keeper", "", [])
