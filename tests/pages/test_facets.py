"""Narrowing a role's questions by kind, by plain links with counts."""

from django.test import Client

from questions.vocabulary import Kind
from tests.factories import make_question, make_role

from .reading import links_of, text_of


def make_role_with_kinds() -> str:
    role = make_role()
    make_question(text="Did?", role=role, kind=Kind.BEHAVIORAL, topics=["Teens"])
    make_question(text="Would?", role=role, kind=Kind.SITUATIONAL, topics=["Teens"])
    make_question(text="Would you?", role=role, kind=Kind.SITUATIONAL, topics=["Budgets"])
    return role.get_absolute_url()


def test_each_kind_is_a_link_with_its_count(visitor: Client):
    url = make_role_with_kinds()
    assert links_of(visitor.get(url), ".chips a") == {
        "All 3": "?#questions",
        "Behavioral 1": "?kind=behavioral#questions",
        "Situational 2": "?kind=situational#questions",
    }


def test_choosing_a_kind_narrows_the_questions_and_the_contents(visitor: Client):
    page = visitor.get(make_role_with_kinds(), {"kind": "situational"})
    assert text_of(page, ".asks") == ["Would?", "Would you?"]
    assert text_of(page, ".contents li") == ["Teens 1", "Budgets 1"]
    assert text_of(page, ".chips [aria-current]") == ["Situational 2"]
    assert text_of(page, "h2#questions") == ["2 questions · Situational"]


def test_a_kind_narrows_a_topic_of_the_role_and_its_counts(visitor: Client):
    page = visitor.get(make_role_with_kinds() + "teens/", {"kind": "situational"})
    assert text_of(page, ".asks") == ["Would?"]
    assert text_of(page, ".chips a") == ["All 2", "Behavioral 1", "Situational 1"]


def test_a_kind_the_role_does_not_have_gives_a_note_and_the_way_back(visitor: Client):
    page = visitor.get(make_role_with_kinds(), {"kind": "motivational"})
    assert text_of(page, ".asks") == []
    assert text_of(page, ".empty") == ["This role has no question of this kind. Show all its questions"]


def test_an_unknown_kind_counts_as_none(visitor: Client):
    page = visitor.get(make_role_with_kinds(), {"kind": "trick"})
    assert len(text_of(page, ".asks")) == 3


def test_the_chosen_kind_stays_when_turning_the_page(visitor: Client):
    role = make_role()
    for _ in range(61):
        make_question(role=role, kind=Kind.SITUATIONAL)
    page = visitor.get(role.get_absolute_url(), {"kind": "situational", "nonsense": "1"})
    assert links_of(page, ".pages a") == {"Next →": "?kind=situational&page=2#questions"}


def test_every_narrowed_page_names_the_whole_one_as_its_canonical_address(visitor: Client):
    url = make_role_with_kinds()
    assert f'<link rel="canonical" href="http://testserver{url}">' in visitor.get(url, {"kind": "situational"}).text
