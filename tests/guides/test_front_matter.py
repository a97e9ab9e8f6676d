"""Front matter that is wrong is an error with a line; what it says is taken as the text it is."""

import pytest

from questions.guides.document import GuideError
from tests.guides.samples import guide_of, reasons_of


def front(matter: str) -> str:
    return f"---\n{matter}\n---\n# Title\n\n## Questions\n\n1. Why?\n"


@pytest.mark.parametrize(
    ("matter", "line", "part"),
    [
        ("title: [", 3, "no valid YAML"),
        ("title: {a: b}", 2, "must be a text"),
        ("slug: x\nfeatured: maybe", 3, "true or false"),
        ("slug: x\nslug: y", 3, "twice"),
        ("reviewed: 2026-13-01", 2, "a day like"),
        ("status: hidden", 2, "draft, review"),
        ("source: me", 2, "written"),
        ("also_called: [{name: X, kind: odd}]", 2, "alternate, short or reported"),
        ("roles: [[x]]", 2, "every entry of roles"),
        ("format: 2", 2, "format"),
    ],
)
def test_a_wrong_value_is_an_error_with_its_line(matter: str, line: int, part: str) -> None:
    with pytest.raises(GuideError, match=part) as caught:
        guide_of(front(matter))
    assert caught.value.line == line


def test_front_matter_without_an_end_is_an_error() -> None:
    with pytest.raises(GuideError, match="no end"):
        guide_of("---\ntitle: X\n\n1. Why?\n")


@pytest.mark.parametrize("title", ["1984", "no", "2026-11-01", "0x10", "null-island"])
def test_a_title_stays_the_text_that_it_is(title: str) -> None:
    assert guide_of(front(f"title: {title}")).title == title


def test_an_onet_code_is_no_number() -> None:
    assert guide_of(front("onet_soc_code: 25-4022.00")).onet_soc_code == "25-4022.00"


def test_an_unknown_key_is_reported_and_harms_nothing() -> None:
    guide = guide_of(front("colour: red"))
    assert reasons_of(guide)[2] == "unknown key “colour” in the front matter"
    assert guide.questions


def test_a_title_in_front_matter_wins_over_the_heading() -> None:
    assert guide_of(front("title: Other")).title == "Other"


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    assert guide_of(front("slug: x")).questions[0].line == 8


def test_two_rules_with_prose_between_them_are_no_front_matter() -> None:
    assert guide_of("---\nJust words.\n\n---\n\n1. Why?\n").description == "Just words."
