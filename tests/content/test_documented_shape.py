"""The guides shown in docs/content-guide.md are read as they stand, and their topics are those of the starter bank."""

from pathlib import Path
from textwrap import dedent

import yaml

from questions.guides.document import Guide
from questions.guides.reader import read_guide

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/content-guide.md").read_text(encoding="utf-8")


def shown_below(heading: str) -> Guide:
    """The guide in the first indented block below ``heading``."""
    lines: list[str] = []
    for line in PAGE.split(f"\n## {heading}\n", 1)[1].split("\n"):
        if line.startswith("    ") or (lines and not line):
            lines.append(line)
        elif lines:
            break
    return read_guide(dedent("\n".join(lines)), field="Field", group="Group")


def test_the_shape_of_a_role_s_guide_has_every_part():
    guide = shown_below("The shape")
    [question] = guide.questions
    assert (guide.title, guide.notes, len(guide.links)) == ("Library Page", [], 1)
    assert question.kind
    assert question.purpose
    assert question.points.count("- ") == 4
    assert len(question.follow_ups) == 2
    assert question.pitfalls
    assert len(question.benchmarks) == 3


def test_the_shape_of_a_shared_guide_names_its_groups():
    assert shown_below("Shared questions").roles == ["Public Libraries/*", "Library Support Staff/*"]


def test_every_topic_the_page_lists_for_a_role_is_in_the_topics_file():
    names = {topic["name"] for topic in yaml.safe_load((ROOT / "content/topics.yaml").read_text(encoding="utf-8"))["topics"]}
    table = [line for line in PAGE.split("\n## The starter bank's roles\n")[1].splitlines() if line.startswith("| ")]
    for row in table[2:]:  # below the header and the one row that refers to a section
        *_, listed = row.strip("| ").split(" | ")
        assert set(listed.split(", ")) <= names
