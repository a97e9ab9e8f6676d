"""Ada knows one role and interviews for another: she reads what is new to her, and what she knows already."""

import pytest
from django.test import Client

from questions.models import Role
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic, place_question
from tests.pages.reading import links_of, text_of

ARCHIVIST_TO_CURATOR = "/roles/archivist/vs/curator/"


@pytest.fixture
def archivist(db: None) -> Role:
    return make_role(title="Archivist")


@pytest.fixture
def curator(db: None) -> Role:
    return make_role(title="Curator")


def share(text: str, *roles: Role, topics: tuple[str, ...] = ()) -> None:
    question = make_question(text=text, topics=topics)
    for role in roles:
        place_question(question=question, role=role)


def test_the_questions_only_the_second_role_asks_are_new(visitor: Client, archivist: Role, curator: Role):
    share("Of both?", archivist, curator)
    share("Of the archivist?", archivist)
    share("Of the curator?", curator)
    page = visitor.get(ARCHIVIST_TO_CURATOR)
    assert text_of(page, "h1") == ["From Archivist to Curator"]
    assert text_of(page, ".asks") == ["Of the curator?"]
    assert text_of(page, ".lede") == [
        "You know the first role and interview for the second. Of its 2 questions, one is new to you."
    ]


def test_the_questions_both_roles_ask_are_a_step_away(visitor: Client, archivist: Role, curator: Role):
    share("Of both?", archivist, curator)
    share("New?", curator)
    share("New too?", curator)
    choices = links_of(visitor.get(ARCHIVIST_TO_CURATOR), ".chips a")
    assert list(choices) == ["New to you 2", "You know these 1"]
    assert text_of(visitor.get(ARCHIVIST_TO_CURATOR + "?show=shared"), ".asks") == ["Of both?"]


def test_questions_that_are_not_published_are_neither_new_nor_known(visitor: Client, archivist: Role, curator: Role):
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        place_question(question=make_question(text=f"{status}?", role=archivist, status=status), role=curator)
        make_question(text=f"New {status}?", role=curator, status=status)
    for address in (ARCHIVIST_TO_CURATOR, ARCHIVIST_TO_CURATOR + "?show=shared"):
        assert text_of(visitor.get(address), ".asks") == []
    assert "no questions yet" in text_of(visitor.get(ARCHIVIST_TO_CURATOR), ".empty")[0]


def test_each_topic_says_how_many_of_its_questions_are_new(visitor: Client, archivist: Role, curator: Role):
    share("Known about teens?", archivist, curator, topics=("Teens",))
    share("New about teens?", curator, topics=("Teens",))
    share("New about budgets?", curator, topics=("Budgets",))
    share("New about nothing?", curator)
    share("Known about privacy?", archivist, curator, topics=("Privacy",))
    new = visitor.get(ARCHIVIST_TO_CURATOR)
    assert text_of(new, ".contents li") == ["Teens 1 of 2", "Budgets 1 of 1", "Other questions 1 of 1"]
    assert text_of(new, ".topic h3") == ["Teens", "Budgets", "Other questions"]
    known = visitor.get(ARCHIVIST_TO_CURATOR + "?show=shared")
    assert text_of(known, ".contents li") == ["Teens 1 of 2", "Privacy 1 of 1"]


def test_a_topic_on_a_later_page_is_a_click_away(visitor: Client, archivist: Role, curator: Role):
    first, last = make_topic(name="First"), make_topic(name="Last")
    for number in range(31):
        make_question(text=f"Day {number}?", role=curator, topics=[first if number < 30 else last])
    page = visitor.get(ARCHIVIST_TO_CURATOR)
    assert len(text_of(page, ".asks")) == 30
    contents = links_of(page, ".contents a")
    assert contents == {"First 30 of 30": "#on-first", "Last 1 of 1": "?page=2#on-last"}
    assert text_of(visitor.get(ARCHIVIST_TO_CURATOR + "?page=2"), ".asks") == ["Day 30?"]


def test_nothing_new_and_nothing_shared_are_said(visitor: Client, archivist: Role, curator: Role):
    share("Of the archivist?", archivist)
    share("Of both?", archivist, curator)
    assert text_of(visitor.get(ARCHIVIST_TO_CURATOR), ".empty") == [
        "Nothing is new: you know every question of this role from the other one."
    ]
    share("Of the driver?", make_role(title="Driver"))
    page = visitor.get("/roles/archivist/vs/driver/?show=shared")
    assert "no question in common" in text_of(page, ".empty")[0]


def test_the_page_leads_to_both_roles_to_the_other_way_round_and_to_a_sheet(visitor: Client, archivist: Role, curator: Role):
    share("Known?", archivist, curator)
    question = make_question(text="New?", role=curator)
    links = links_of(visitor.get(ARCHIVIST_TO_CURATOR), ".more a")
    assert links["Archivist"] == "/roles/archivist/"
    assert links["Curator"] == "/roles/curator/"
    assert links["The other way round"] == "/roles/curator/vs/archivist/"
    assert links["Another role"] == "/roles/archivist/vs/"
    assert text_of(visitor.get(links["Prep sheet of these questions"]), "main li [dir=auto]")[0] == question.text
