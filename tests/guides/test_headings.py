"""Headings name topics, kinds of question or parts of the guide, whatever their level and decoration."""

import pytest

from questions.guides.document import Guide
from tests.guides.samples import guide_of


def sections_of(guide: Guide) -> list[str]:
    return [question.section for question in guide.questions]


@pytest.mark.parametrize(
    "heading",
    ["## Knife skills", "#### 2. Knife skills:", "### 🔪 Knife skills", "Knife skills\n------------", "**Knife skills**"],
)
def test_a_heading_above_questions_is_their_topic(heading: str) -> None:
    assert sections_of(guide_of(f"# Cook\n\n{heading}\n\n- How sharp?\n- Why?\n")) == ["Knife skills"] * 2


@pytest.mark.parametrize(
    "heading",
    [
        "Questions",
        "Sample questions",
        "Interview Questions and Answers",
        "Other questions",
        "Common Interview Questions",
        "General",
        "FAQ",
    ],
)
def test_a_heading_that_only_says_questions_ends_the_topic(heading: str) -> None:
    guide = guide_of(f"# Cook\n\n## Knives\n\n1. How sharp?\n\n## {heading}\n\n1. Why?\n")
    assert sections_of(guide) == ["Knives", ""]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Behavioral Questions", "behavioral"),
        ("Behavioural", "behavioral"),
        ("Situational", "situational"),
        ("Technical Interview Questions", "knowledge"),
        ("Experience questions", "experience"),
        ("Culture fit questions", "motivational"),
        ("Questions to ask the interviewer", "to-ask"),
    ],
)
def test_a_heading_may_name_the_kind_instead_of_a_topic(heading: str, kind: str) -> None:
    question = guide_of(f"# Cook\n\n## {heading}\n\n1. Why?\n").questions[0]
    assert (question.kind, question.section) == (kind, "")


def test_topics_below_a_kind_keep_it_and_the_next_kind_ends_both() -> None:
    guide = guide_of("## Behavioral\n\n### Team\n\n1. Who?\n\n## Situational\n\n1. What?\n")
    assert [(question.kind, question.section) for question in guide.questions] == [("behavioral", "Team"), ("situational", "")]


def test_a_label_wins_over_the_heading() -> None:
    assert guide_of("## Behavioral\n\n1. Why?\n   - Kind: general\n").questions[0].kind == "general"


def test_motivation_is_a_topic() -> None:
    assert sections_of(guide_of("## Motivation\n\n1. Why?\n")) == ["Motivation"]


def test_a_numbered_line_with_a_line_drawn_below_is_a_heading() -> None:
    assert sections_of(guide_of("1. Knife skills\n---------------\n\n- How sharp?\n- Why?\n")) == ["Knife skills"] * 2


@pytest.mark.parametrize("heading", ["The interview", "Interview format", "What the interview looks like", "Interview Process"])
def test_the_interview_has_headings_of_many_names(heading: str) -> None:
    guide = guide_of(f"# Cook\n\n## {heading}\n\nA trial shift.\n\n### Day two\n\nTea.\n\n## Questions\n\n1. Why?\n")
    assert guide.interview == "A trial shift.\n\n### Day two\n\nTea."


@pytest.mark.parametrize("heading", ["About the role", "Overview", "Job Description", "🍳 Introduction"])
def test_what_is_said_about_the_role_is_the_description(heading: str) -> None:
    assert guide_of(f"# Cook\n\n## {heading}\n\nCooks cook.\n\n## Questions\n\n1. Why?\n").description == "Cooks cook."


def test_a_part_of_unknown_use_is_reported_and_its_links_kept() -> None:
    guide = guide_of("# Cook\n\n## Questions\n\n1. Why?\n\n## Gear\n\nA [pan](https://pans.example) helps.\n")
    assert [(note.line, note.text) for note in guide.notes if "title" not in note.reason] == [
        (7, "Gear"),
        (9, "A [pan](https://pans.example) helps."),
    ]
    assert [link.url for link in guide.links] == ["https://pans.example"]
