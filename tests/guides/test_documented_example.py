"""The example in docs/guide-format.md is a guide, and every part of it is read."""

from pathlib import Path
from textwrap import dedent

from questions.guides.document import Guide
from questions.guides.reader import read_guide
from questions.guides.writer import write_guide

PAGE = Path(__file__).parents[2] / "docs" / "guide-format.md"


def example(heading: str) -> Guide:
    """The guide in the first indented block below ``heading`` on the page."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1]
    lines = []
    for line in section.split("\n"):
        if line.startswith("    ") or (lines and not line):
            lines.append(line)
        elif lines:
            break
    return read_guide(dedent("\n".join(lines)), field="Field", group="Group", name="Map Archivist")


def test_the_complete_example_is_read_without_anything_to_report() -> None:
    guide = example("A complete example")
    assert guide.notes == []
    assert [question.section for question in guide.questions] == ["", "Care of maps", "Care of maps"]
    assert len(guide.questions[1].benchmarks) == 3
    assert guide.links[0].kind == "association"


def test_the_complete_example_survives_writing_and_reading() -> None:
    guide = example("A complete example")
    assert read_guide(write_guide(guide)) == guide


def test_the_shared_example_names_its_roles() -> None:
    guide = example("Questions for several roles")
    assert guide.roles == ["Community Outreach Librarian", "Librarianship/Youth Services Librarian"]
    assert guide.notes == []
