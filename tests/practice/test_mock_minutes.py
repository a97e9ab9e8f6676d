"""How long to take for an answer, and what it is made of."""

import pytest

from questions.practice.pacing import minutes_for
from questions.practice.parts import parts_of
from questions.vocabulary import Kind

THREE = "- What you had planned\n- Who spoke up\n- What came of it"


def test_a_story_takes_longer_than_a_fact_and_three_parts_a_minute_more():
    assert [minutes_for(Kind.BEHAVIORAL), minutes_for(Kind.BEHAVIORAL, THREE)] == [3, 4]
    assert [minutes_for(Kind.KNOWLEDGE), minutes_for(Kind.KNOWLEDGE, THREE)] == [2, 3]
    assert minutes_for(Kind.SITUATIONAL, "- One\n- Two") == 3


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_minutes(kind: Kind):
    assert 1 <= minutes_for(kind) <= 5


def test_a_list_in_a_list_counts_as_one_part():
    assert minutes_for(Kind.KNOWLEDGE, "- One\n  - a\n  - b\n- Two") == 2


@pytest.mark.parametrize(
    ("points", "parts"),
    [
        (THREE, ["What you had planned", "Who spoke up", "What came of it"]),
        ("1. First\n2) Second\n\n* Third\n", ["First", "Second", "Third"]),
        ("First the facts:\n- One", []),
        ("- One\n  and more", []),
        ("", []),
        ("-\n- ", []),
    ],
)
def test_only_a_plain_list_is_taken_apart(points: str, parts: list[str]):
    assert parts_of(points) == parts
