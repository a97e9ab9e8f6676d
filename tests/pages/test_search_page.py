"""The page of a search: what was found is marked, can be narrowed down, and is never nothing at all."""

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from questions.search.texts import FOUND
from questions.vocabulary import Kind
from tests.factories import make_field, make_group, make_link, make_question, make_role

from .reading import links_of, parse, text_of

ODD = [
    '"',
    "'",
    "*",
    "(((",
    "NEAR(a b, 3)",
    "a AND OR NOT",
    "text : a",
    "^a",
    "a -",
    "- - -",
    '"a" "b',
    "\0a\0",
    "%00",
    "a" * 10_000,
    "a " * 5_000,
    "🎉",
    "مكتبة",
    "\u202eabc",
    "\ud800",
    "ﬀ",
    "<script>alert(1)</script>",
    "';DROP TABLE questions_question;--",
    "a&b|!c<->d:*",
    "\\",
    "_%",
]


def marks_of(page) -> list[str]:
    return [mark.to_text() for mark in parse(page).query("mark")]


def chips_of(page) -> dict[str, str]:
    return links_of(page, ".facets a")


@pytest.fixture
def bank(db: None) -> None:
    librarian = make_role(also_called=["Story Keeper"])
    nurse = make_role(title="Story Nurse", group=make_group(name="Nursing", field=make_field(name="Health")))
    kinds = {"Tell a story of a plan.": Kind.BEHAVIORAL, "Would you plan a story hour?": Kind.SITUATIONAL}
    for (text, kind), role in zip(kinds.items(), (librarian, nurse), strict=True):
        make_question(text=text, kind=kind, role=role, topics=["Stories", role.title])
    make_question(text="Why here?", role=nurse, points="- a *true* story told with care", kind=Kind.MOTIVATIONAL)
    make_link(title="The story handbook", note="Stories <by> age.")


def test_the_words_found_are_marked_wherever_they_stand(visitor: Client, bank: None):
    page = visitor.get("/search/?q=STORIES")
    assert marks_of(page) == ["Story", "Story", "Stories", "Story", "story", "story", "story", "story", "Stories"]
    assert "Also called Story Keeper" in text_of(page, ".rows .facts")


def test_a_question_found_by_its_guidance_shows_where(visitor: Client, bank: None):
    page = visitor.get("/search/?q=true+care")
    assert text_of(page, ".asked p") == ["a true story told with care"]
    assert marks_of(page) == ["true", "care"]


def test_what_is_marked_is_text_and_not_markup(visitor: Client):
    make_question(text="What of <b>bold</b> & <script>alert(1)</script> plans?")
    page = visitor.get("/search/?q=script+bold")
    assert links_of(page, ".asked a").keys() == {"What of <b>bold</b> & <script>alert(1)</script> plans?"}
    assert "&lt;b&gt;<mark>bold</mark>&lt;/b&gt;" in page.text


def test_facets_say_how_many_each_choice_leaves(visitor: Client, bank: None):
    page = visitor.get("/search/?q=story")
    assert chips_of(page) == {
        "All": "?q=story",
        "Behavioral 1": "?q=story&kind=behavioral",
        "Situational 1": "?q=story&kind=situational",
        "Motivational 1": "?q=story&kind=motivational",
        "Community Outreach Librarian 1": "?q=story&topic=community-outreach-librarian",
        "Stories 2": "?q=story&topic=stories",
        "Story Nurse 1": "?q=story&topic=story-nurse",
        "Health 1": "?q=story&field=health",
        "Library and Information Science 1": "?q=story&field=library-and-information-science",
    }


@pytest.mark.parametrize(
    ("chosen", "questions", "roles"),
    [
        ("kind=situational", ["Would you plan a story hour?"], 2),
        ("topic=stories", ["Would you plan a story hour?", "Tell a story of a plan."], 2),
        ("topic=stories&kind=behavioral", ["Tell a story of a plan."], 2),
        ("field=health", ["Would you plan a story hour?", "Why here?"], 1),
        ("field=health&kind=motivational", ["Why here?"], 1),
        ("kind=no-such", ["Would you plan a story hour?", "Tell a story of a plan.", "Why here?"], 2),
        ("topic=no-such", [], 2),
    ],
)
def test_a_choice_narrows_down(visitor: Client, bank: None, chosen: str, questions: list[str], roles: int):
    page = visitor.get(f"/search/?q=story&{chosen}")
    assert list(links_of(page, ".asked a")) == questions
    assert len(links_of(page, "#roles ~ .rows > li > a")) == roles


def test_counts_of_a_facet_heed_the_choice_in_the_others(visitor: Client, bank: None):
    page = visitor.get("/search/?q=story&field=health")
    assert {"Situational 1", "Motivational 1"} <= chips_of(page).keys()
    assert "Behavioral 1" not in chips_of(page)


def test_a_choice_that_leaves_nothing_can_be_taken_back(visitor: Client, bank: None):
    page = visitor.get("/search/?q=story&kind=behavioral&field=health")
    assert links_of(page, ".empty a") == {"Show all that was found": "?q=story"}


def test_a_misspelt_search_shows_what_was_meant_and_says_so(visitor: Client, bank: None):
    page = visitor.get("/search/?q=librarain")
    assert list(links_of(page, ".rows a")) == ["Community Outreach Librarian"]
    assert links_of(page, ".corrected a") == {"librarian": "?q=librarian"}


def test_a_word_nobody_uses_is_struck_out(visitor: Client, bank: None):
    page = visitor.get("/search/?q=story+xylophone")
    assert text_of(page, ".corrected s") == ["xylophone"]
    assert len(links_of(page, ".asked a")) == 3


def test_nothing_found_shows_names_that_look_alike(visitor: Client, bank: None):
    page = visitor.get("/search/?q=outrage+libation")
    assert "Community Outreach Librarian" in links_of(page, "#nearest-roles ~ .rows a")


def test_where_no_name_looks_alike_there_are_roles_and_topics_to_begin_with(visitor: Client, bank: None):
    page = visitor.get("/search/?q=xqzvv")
    assert "Community Outreach Librarian" in links_of(page, "#nearest-roles ~ .rows a")
    assert "Stories 2" in links_of(page, "#nearest-topics ~ .tags a")
    assert "Roles to begin with" in text_of(page, "h2")


def test_more_than_can_be_ranked_says_so(visitor: Client):
    for number in range(FOUND + 1):
        make_question(text=f"Is plan {number} a plan?")
    page = visitor.get("/search/?q=plan")
    assert text_of(page, "h2") == [f"More than {FOUND} questions"]


@pytest.mark.parametrize("path", ["/search/", "/search/suggest/", "/roles/", "/es/search/"])
@pytest.mark.parametrize("typed", ODD, ids=ascii)
def test_odd_input_gives_a_page(visitor: Client, bank: None, path: str, typed: str):
    assert visitor.get(path, {"q": typed.encode("utf-8", "surrogatepass")}).status_code == 200


class AnyInput(TestCase):
    @given(typed=st.text(max_size=300), kind=st.text(max_size=20), topic=st.text(max_size=20))
    @settings(max_examples=60, deadline=None)
    def test_any_input_gives_a_page(self, typed: str, kind: str, topic: str) -> None:
        asked = {name: value.encode("utf-8", "surrogatepass") for name, value in (("q", typed), ("kind", kind), ("topic", topic))}
        assert self.client.get("/search/", asked).status_code == 200
