"""A sheet of questions picked by hand: its address is all there is to it."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.vocabulary import Status
from tests.factories import make_question
from tests.pages.reading import parse, text_of


@pytest.fixture
def twelve_forty_and_seven(db: None) -> None:
    for pk in (7, 12, 40):
        make_question(pk=pk, text=f"Number {pk}?")
    for pk, status in enumerate((Status.DRAFT, Status.REVIEW, Status.RETIRED), start=100):
        make_question(pk=pk, text=f"Hidden {pk}?", status=status)


def picked(visitor: Client, q: str) -> list[str]:
    return text_of(visitor.get("/sheet/", {"q": q}), ".asks")


@pytest.mark.parametrize(
    "q", ["12,40,7", " 12, 40 ,7,", "12,40,7,12", "12 40 7", "0,12,-3,40,x,1.5,7", "12,100,101,40,102,7,999"]
)
def test_the_order_is_kept_and_what_is_not_there_is_left_out(visitor: Client, twelve_forty_and_seven: None, q: str):
    assert picked(visitor, q) == ["Number 12?", "Number 40?", "Number 7?"]


def test_ticked_boxes_lead_to_the_address_that_people_share(visitor: Client, twelve_forty_and_seven: None):
    answer = visitor.get("/sheet/?q=12&q=40&q=12&q=seven&lines=on&large=perhaps&junk=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sheet/?q=12,40&lines=on")


def test_one_ticked_box_needs_no_other_address(visitor: Client, twelve_forty_and_seven: None):
    assert picked(visitor, "40") == ["Number 40?"]


def test_boxes_with_nonsense_lead_to_the_page_that_says_how_to_pick(visitor: Client, db: None):
    page = visitor.get("/sheet/?q=x&q=y", follow=True)
    assert page.redirect_chain == [("/sheet/", 302)]
    assert "Tick the questions you want to prepare." in text_of(page, ".empty")[0]


@pytest.mark.parametrize("q", ["", "100,101,102", "x", "9" * 40])
def test_with_nothing_left_the_page_says_how_to_pick(visitor: Client, twelve_forty_and_seven: None, q: str):
    page = visitor.get("/sheet/", {"q": q})
    assert page.status_code == 200
    assert text_of(page, ".empty li")[0] == "Choose a role or a topic, and open its prep sheet."
    assert "Hidden" not in page.text


def test_the_page_says_how_many_are_left_out(visitor: Client, twelve_forty_and_seven: None):
    assert [fact for fact in text_of(visitor.get("/sheet/?q=12,7"), ".facts") if "not shown" in fact] == []
    (one,) = (fact for fact in text_of(visitor.get("/sheet/?q=12,100"), ".facts") if "not shown" in fact)
    assert one.startswith("One question of this address is not shown")
    (two,) = (fact for fact in text_of(visitor.get("/sheet/?q=12,100,101"), ".facts") if "not shown" in fact)
    assert two.startswith("2 questions of this address are not shown")


def test_a_sheet_holds_two_hundred(visitor: Client, db: None):
    pks = [make_question().pk for _ in range(202)]
    page = visitor.get("/sheet/", {"q": ",".join(map(str, pks))})
    assert len(text_of(page, ".asks")) == 200
    assert "2 questions of this address are not shown" in page.text


def test_how_it_looks_is_kept_when_picking_and_what_is_picked_when_changing_how_it_looks(
    visitor: Client, twelve_forty_and_seven: None
):
    page = parse(visitor.get("/sheet/?q=40,12&lines=on&guidance=on"))
    assert {field.attrs["name"]: field.attrs["value"] for field in page.query("#pick input")} == {"lines": "on", "guidance": "on"}
    assert [field.attrs["value"] for field in page.query(".options input[name=q]")] == ["40,12"]


def test_the_foot_names_what_is_on_the_sheet_only(visitor: Client, twelve_forty_and_seven: None):
    (foot, _) = text_of(visitor.get("/sheet/?q=40,x,100,12&lines=on"), ".running-foot")
    assert foot.endswith(" · http://testserver/sheet/?q=40,12&lines=on")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(st.characters(codec="utf-8"), max_size=25) | st.integers().map(str), max_size=5))
def test_whatever_is_asked_for_there_is_a_page(visitor: Client, words: list[str]):
    assert visitor.get("/sheet/", query_params={"q": words}, follow=True).status_code == 200
    assert visitor.get("/sheet/", query_params={"q": ",".join(words)}).status_code == 200
