"""The small picture of a role's questions: a bar under each kind and topic, which says no more than the number beside it."""

from django.test import Client

from questions.vocabulary import Kind
from tests.factories import make_question, make_role

from .reading import parse, text_of


def bars_of(page: object, selector: str) -> dict[str, str]:
    """The text of each link ``selector`` finds, to how long its bar is."""
    links = parse(page).query(selector)
    widths = [link.query("svg rect")[0].attrs["width"] for link in links]
    return dict(zip(text_of(page, selector), widths, strict=True))


def make_role_of_five() -> str:
    """Four questions about teens, one of them behavioral, and a situational one about budgets."""
    role = make_role()
    make_question(role=role, kind=Kind.BEHAVIORAL, topics=["Teens"])
    for _ in range(3):
        make_question(role=role, kind=Kind.SITUATIONAL, topics=["Teens"])
    make_question(role=role, kind=Kind.SITUATIONAL, topics=["Budgets"])
    return role.get_absolute_url()


def test_the_bar_of_a_kind_is_its_share_of_all_questions(visitor: Client):
    page = visitor.get(make_role_of_five())
    assert bars_of(page, ".chips a") == {"All 5": "100%", "Behavioral 1": "20%", "Situational 4": "80%"}


def test_the_bar_of_a_topic_compares_it_with_the_largest(visitor: Client):
    page = visitor.get(make_role_of_five())
    assert bars_of(page, ".contents a") == {"Teens 4": "100%", "Budgets 1": "25%"}


def test_on_a_topic_of_the_role_the_bars_compare_all_topics_it_counts_for(visitor: Client):
    page = visitor.get(make_role_of_five() + "teens/")
    assert bars_of(page, ".contents li:not(:first-child) a") == {"Budgets 1": "25%", "Teens 4": "100%"}
    assert bars_of(page, ".chips a") == {"All 4": "100%", "Behavioral 1": "25%", "Situational 3": "75%"}


def test_a_screen_reader_hears_the_numbers_and_not_the_picture(visitor: Client):
    bars = parse(visitor.get(make_role_of_five())).query("svg")
    assert len(bars) == 5
    assert {bar.attrs.get("aria-hidden") for bar in bars} == {"true"}


def test_one_kind_and_one_topic_need_no_picture(visitor: Client):
    role = make_role()
    make_question(role=role, topics=["Teens"])
    assert parse(visitor.get(role.get_absolute_url())).query("svg, .chips, .contents") == []
