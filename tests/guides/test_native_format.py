"""A person writes a guide by hand in the format of docs/guide-format.md, and all of it arrives."""

from datetime import date

from questions.guides.blocks import Source
from questions.guides.document import AltTitle, Link, Provenance, Question, Review
from questions.vocabulary import Level, LinkKind, Status, TitleKind
from tests.guides.samples import NATIVE, guide_of, reasons_of


def test_front_matter_tells_about_the_role() -> None:
    guide = guide_of(NATIVE)
    assert guide.title == "Map Archivist"
    assert guide.also_called == [AltTitle("Cartographic Archivist"), AltTitle("MA", TitleKind.SHORT)]
    assert (guide.onet_soc_code, guide.featured, guide.summary) == ("25-4011.00", True, "Keeps maps safe.")
    assert guide.review == Review(date(2026, 11, 1), "Ada")
    assert guide.source == Provenance("imported", "Some Bank")


def test_field_and_group_are_the_folders_unless_front_matter_names_others() -> None:
    assert (guide_of(NATIVE).field, guide_of(NATIVE).group) == ("Field", "Group")
    named = guide_of(NATIVE.replace("---\n", "---\nfield: Libraries\ngroup: Maps\n", 1))
    assert (named.field, named.group) == ("Libraries", "Maps")


def test_description_and_interview_are_kept_as_markdown() -> None:
    guide = guide_of(NATIVE)
    assert guide.description == "Keeps **maps** safe and findable."
    assert guide.interview == "Two rounds, the second among the shelves."


def test_every_label_under_a_question_is_read() -> None:
    why, flatten = guide_of(NATIVE).questions
    assert why == Question("Why maps?")
    assert flatten == Question(
        "How do you flatten a rolled map?",
        kind="knowledge",
        section="Care of maps",
        topics=["conservation", "risk"],
        purpose="shows care and *patience*",
        points="- humidity first\n- no heat",
        follow_ups=["How long does it take?", "Who decides?"],
        pitfalls="an iron",
        benchmarks={Level.ENTRY: "names a humidity chamber", Level.MID: "weighs the risk", Level.SENIOR: "writes the procedure"},
        source=Provenance("written"),
        review=Review(date(2026, 11, 2), "Bea"),
        status=Status.DRAFT,
    )


def test_a_resource_has_a_title_a_note_a_kind_and_topics() -> None:
    assert guide_of(NATIVE).links == [
        Link("Map Society", "https://maps.example", LinkKind.ASSOCIATION, "news and a mailing list", ["conservation"])
    ]


def test_nothing_in_a_well_written_guide_is_reported() -> None:
    assert guide_of(NATIVE, name="Map Archivist").notes == []


def test_labels_may_be_bold_and_of_any_letter_case() -> None:
    guide = guide_of("## Questions\n\n- Why?\n  - **PURPOSE:** to see\n  - **look for**: care\n  - *Probe:* Since when?\n")
    assert (guide.questions[0].purpose, guide.questions[0].points, guide.questions[0].follow_ups) == (
        "to see",
        "care",
        ["Since when?"],
    )


def test_a_value_that_makes_no_sense_is_reported_with_its_line() -> None:
    guide = guide_of("## Questions\n\n1. Why?\n   - Kind: purple\n   - Reviewed: yesterday\n   - Difficulty: hard\n")
    assert guide.questions == [Question("Why?")]
    assert set(reasons_of(guide)) == {4, 5, 6}


def test_answers_may_be_longer_than_a_line() -> None:
    guide = guide_of("## Questions\n\n1. Why?\n\n   - Points: One.\n\n     Two.\n\n         code\n   - Avoid: nothing\n")
    assert guide.questions[0].points == "One.\n\nTwo.\n\n    code"
    assert guide.questions[0].pitfalls == "nothing"


def test_headings_before_the_questions_belong_to_the_description() -> None:
    guide = guide_of("# A\n\nText.\n\n### What they do\n\n- this\n\n## Questions\n\n1. Why?\n")
    assert guide.description == "Text.\n\n### What they do\n\n- this"


def test_a_guide_shared_by_several_roles_needs_no_title() -> None:
    guide = guide_of("---\nroles: [Archivist, Maps/Librarian]\n---\n## Questions\n\n1. Why?\n")
    assert (guide.title, guide.roles) == ("", ["Archivist", "Maps/Librarian"])


def test_the_same_question_twice_is_taken_once_and_reported() -> None:
    guide = guide_of("1. Why?\n2. How?\n3. why\n")
    assert [question.text for question in guide.questions] == ["Why?", "How?"]
    assert reasons_of(guide) == {3: "the same question stands on line 1 already"}


def test_from_the_tenth_question_on_three_columns_are_enough() -> None:
    text = "# Map Archivist\n\n## Questions\n\n" + "".join(
        f"{number}. What is map {number}?\n   - Purpose: Shows {number}.\n   - Points:\n     - Legend\n     - Scale\n"
        f"   - Follow-up: And {number + 1}?\n\n"
        for number in (9, 10, 11, 100)
    )
    found = [(question.text, question.purpose, question.points, question.follow_ups) for question in guide_of(text).questions]
    assert found == [
        (f"What is map {number}?", f"Shows {number}.", "- Legend\n- Scale", [f"And {number + 1}?"]) for number in (9, 10, 11, 100)
    ]


def test_what_stands_in_a_fence_keeps_its_columns() -> None:
    text = "```\n10. one\n   - two\n```"
    assert Source(text).lines == text.split("\n")
