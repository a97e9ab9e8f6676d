"""The questions of a topic, stretch by stretch: the last of a hundred thousand cost what the first do."""

from itertools import chain

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.models import Question, Topic
from questions.vocabulary import Status
from tests.factories import make_question, make_topic

from .reading import links_of, parse, text_of

TEENS = "/topics/teens/"


@pytest.fixture
def teens(db: None) -> Topic:
    """Seventy questions about teens: a page and a page and ten; drafts and other topics between them."""
    topic = make_topic(name="Teens")
    for number in range(70):
        make_question(text=f"Question {number}?", topics=[topic, "Budgets"])
        make_question(topics=[topic], status=Status.DRAFT)
    return topic


def asked_on(visitor: Client, address: str) -> list[int]:
    return [int(text.split()[1][:-1]) for text in text_of(visitor.get(address), ".asks")]


def ways(visitor: Client, address: str) -> dict[str, str]:
    return {name: TEENS + href.partition("#")[0] for name, href in links_of(visitor.get(address), ".pages a").items()}


def test_the_newest_come_first_and_the_way_leads_to_every_older_one(visitor: Client, teens: Topic):
    seen, address = [], TEENS
    while address:
        seen.append(asked_on(visitor, address))
        address = ways(visitor, address).get("Older →", "")
    assert [len(stretch) for stretch in seen] == [30, 30, 10]
    assert list(chain(*seen)) == list(range(69, -1, -1))


def test_the_way_back_leads_over_the_same_stretches(visitor: Client, teens: Topic):
    second = ways(visitor, TEENS)["Older →"]
    third = ways(visitor, second)["Older →"]
    assert ways(visitor, third) == {"← Newer": second}
    assert asked_on(visitor, ways(visitor, second)["← Newer"]) == asked_on(visitor, TEENS)


def test_a_question_added_meanwhile_moves_nothing_into_another_stretch(visitor: Client, teens: Topic):
    second = ways(visitor, TEENS)["Older →"]
    before = asked_on(visitor, second)
    make_question(text="Question 70?", topics=[teens])
    assert asked_on(visitor, second) == before
    assert asked_on(visitor, ways(visitor, second)["← Newer"])[-1] == before[0] + 1


@pytest.mark.parametrize("older", ["", "0", "1", "-5", "x", "٣", "9" * 30, str(2**63)])
def test_what_is_no_place_in_the_list_is_its_beginning(visitor: Client, teens: Topic, older: str):
    assert asked_on(visitor, f"{TEENS}?older={older}") == asked_on(visitor, TEENS)


def test_every_stretch_says_how_many_there_are_and_has_an_address_of_its_own(visitor: Client, teens: Topic):
    address = ways(visitor, TEENS)["Older →"]
    page = visitor.get(address)
    assert "70 questions" in text_of(page, "h2")
    assert parse(page).query("link[rel=canonical]")[0].attrs["href"] == f"http://testserver{address}"
    assert "older questions" in text_of(page, "title")[0]


def test_the_last_stretch_reads_no_more_rows_than_it_shows(teens: Topic, visitor: Client):
    """No query counts the questions, and none skips rows on its way."""
    last = Question.objects.filter(text="Question 9?").get().pk
    with CaptureQueriesContext(connection) as asked:
        visitor.get(f"{TEENS}?older={last}")
    listing = [query["sql"] for query in asked if "questions_question" in query["sql"]]
    assert listing
    assert not [sql for sql in listing if "OFFSET" in sql or sql.startswith("SELECT COUNT")]


def test_a_sheet_of_a_topic_goes_on_the_same_way(visitor: Client, db: None):
    topic = make_topic(name="Teens")
    for number in range(201):
        make_question(text=f"Question {number}?", topics=[topic])
    first = visitor.get(f"{TEENS}sheet/?lines=on")
    assert "201 questions · A sheet holds at most 200; these are the newest." in text_of(first, ".facts")[0]
    address = f"{TEENS}sheet/{links_of(first, '.pages a')['Older →']}"
    second = visitor.get(address)
    assert text_of(second, ".asks") == ["Question 0?"]
    assert "A sheet holds at most 200; these are older ones." in text_of(second, ".facts")[0]
    assert address in text_of(second, ".running-foot")[0]
    assert links_of(second, ".pages a") == {"← Newer": "?lines=on"}
