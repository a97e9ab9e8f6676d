"""What changed between two versions is found word by word, in bounded time, and nothing of either is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.editorial.combining import combined
from questions.editorial.comparing import Difference, compare
from questions.editorial.marking import Row, texts
from questions.editorial.snapshots import read
from questions.models import Question, ResourceLink, Role
from tests.factories import make_link, make_question, make_role, make_topic

WORDS = st.lists(st.sampled_from(["route", "van", "the", "plan", "\n", "\n\n", ".", "مكتبة", "図書館"]), max_size=60).map(
    " ".join
)


def side(rows: list[Row], name: str) -> str:
    return "".join(piece.text for row in rows for piece in getattr(row, name))


def marked(rows: list[Row]) -> tuple[list[str], list[str]]:
    """What is marked as removed, and as added."""
    removed = [piece.text for row in rows for piece in row.old if piece.changed]
    return removed, [piece.text for row in rows for piece in row.new if piece.changed]


def changed(differences: list[Difference]) -> list[str]:
    return [difference.label for difference in differences if not difference.same]


@given(old=WORDS, new=WORDS)
def test_without_what_was_added_it_is_the_old_text_and_without_what_was_removed_the_new(old: str, new: str):
    rows = texts(old, new)
    assert side(rows, "old").removesuffix("\n") == old.removesuffix("\n")
    assert side(rows, "new").removesuffix("\n") == new.removesuffix("\n")
    kept = [[piece.text for row in rows for piece in getattr(row, name) if not piece.changed] for name in ("old", "new")]
    assert "".join(kept[0]) == "".join(kept[1])


@given(old=st.text(max_size=80), new=st.text(max_size=80))
def test_only_equal_texts_have_no_mark(old: str, new: str):
    assert (marked(texts(old, new)) == ([], [])) == (old == new)


def test_one_word_among_many_is_all_that_is_marked():
    rows = texts("We plan a route for the bookmobile.", "We plan a route for the van.")
    assert marked(rows) == (["bookmobile"], ["van"])


def test_a_line_more_leaves_the_others_alone():
    assert marked(texts("- One\n- Two", "- One\n- Two\n- Three")) == ([], ["- Three\n"])


def test_two_sentences_with_nothing_in_common_are_not_torn_into_words():
    assert marked(texts("Why do you drive?", "Name three partners of this library!")) == (
        ["Why do you drive?\n"],
        ["Name three partners of this library!\n"],
    )


@pytest.mark.parametrize("between", [" ", "\n"])
def test_two_texts_of_20000_words_take_no_time(between: str):
    old = between.join(f"word{number % 97}" for number in range(20_000))
    new = between.join(f"word{number * 31 % 89}" for number in range(20_000))
    begin = time.process_time()
    assert side(texts(old, new), "new").removesuffix("\n") == new
    assert time.process_time() - begin < 2


def test_long_unchanged_stretches_are_folded_except_beside_the_change():
    lines = [f"Line {number}\n" for number in range(20)]
    [found] = [Difference("Points", texts("".join(lines), "".join([*lines[:15], "New\n", *lines[15:]])))]
    folded = [[row.new[0].text for row in rows] for fold, rows in found.blocks if fold]
    assert folded == [[f"Line {number}" for number in range(14)], [f"Line {number}" for number in range(16, 20)]]


def test_every_field_of_a_question_is_compared(db: None):
    role, section = make_role(), make_topic(name="Routes")
    old = make_question(role=role, topics=["Budgets"], follow_ups=["And?"], benchmarks={"entry": "One."}, text="Why?")
    new = make_question(topics=["Routes"], follow_ups=["And then?"], benchmarks={"mid": "Two."}, text="How?", kind="situational")
    new.role_questions.create(role=role, section=section, position=4)
    found = read(Question, [old.pk, new.pk])
    labels = ["Text", "Kind", "Good at entry level", "Good at mid level", "Follow-ups", "Topics", "Roles"]
    differences = compare(Question, found[old.pk], found[new.pk])
    assert changed(differences) == labels
    [roles] = [difference for difference in differences if difference.label == "Roles"]
    assert side(roles.rows, "new") == f"{role}, under “Routes”, place 4"


def test_roles_and_links_are_compared_too(db: None):
    role, link = make_role(also_called=["Outreach Librarian"]), make_link(role=None)
    before = read(Role, [role.pk])[role.pk]
    after = before | {
        "titles": [],
        "links": [[link.pk, link.title, 1]],
        "featured": True,
        "publish_at": "2026-12-01T09:00:00+00:00",
    }
    assert changed(compare(Role, before, after)) == ["Featured", "Other titles", "Links", "Public from"]
    link_before = read(ResourceLink, [link.pk])[link.pk]
    assert changed(compare(ResourceLink, link_before, link_before | {"note": "Read it."})) == ["Note"]


def test_a_topic_renamed_since_is_the_same_topic(db: None):
    question = make_question(topics=["Budgets"])
    before = read(Question, [question.pk])[question.pk]
    [[key, _name]] = before["topics"]
    assert changed(compare(Question, before, before | {"topics": [[key, "Money"]]})) == []


def test_what_a_proposal_would_make_keeps_what_others_changed_since(db: None):
    question = make_question(purpose="To see.", points="- One")
    base = read(Question, [question.pk])[question.pk]
    mine, live = base | {"purpose": "To hear."}, base | {"points": "- Two"}
    assert combined(base, mine, live)[0] == live | {"purpose": "To hear."}
