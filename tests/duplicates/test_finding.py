"""Finding the questions of the bank that read much like a text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.editorial.duplicates.finding import similar_to
from questions.models import Question
from questions.vocabulary import Status
from tests.factories import make_question

pytestmark = pytest.mark.django_db

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"


def found(text: str, **options) -> list[Question]:
    return [similar.question for similar in similar_to(text, **options)]


def test_a_reworded_question_is_found_and_another_one_is_not():
    route = make_question(text=ROUTE)
    make_question(text="How do you choose books for a bookmobile?")
    assert found(REWORDED) == [route]


def test_the_most_alike_comes_first_with_how_much_it_is():
    longer, same = make_question(text=f"{ROUTE} Which stops?"), make_question(text=ROUTE)
    first, second = similar_to("How do you plan a Bookmobile route")
    assert (first.question, first.similarity) == (same, 1)
    assert second.question == longer
    assert second.similarity < 1


def test_a_question_is_not_like_itself():
    route = make_question(text=ROUTE)
    assert found(ROUTE, but=route.pk) == []


def test_no_more_are_given_than_asked_for():
    for number in range(8):
        make_question(text=f"{ROUTE} Case {number}")
    assert len(found(ROUTE)) == 5
    assert len(found(ROUTE, limit=2)) == 2


def test_drafts_and_retired_questions_are_found_but_not_what_was_merged_away():
    draft = make_question(text=ROUTE, status=Status.DRAFT)
    retired = make_question(text=REWORDED, status=Status.RETIRED)
    make_question(text="How do you plan the route of a bookmobile?", status=Status.RETIRED, merged_into=draft)
    assert set(found(ROUTE)) == {draft, retired}


STRANGE = ["", "???", "a", '"', "50% off_", "NOT AND OR", "route*", "\0", "\ud800", "don't", "C++", "İ ſ ß", "x" * 5_000, "🚌🚌"]


@pytest.mark.parametrize("text", STRANGE)
def test_any_text_can_be_asked_for(text: str):
    make_question(text=ROUTE)
    assert found(text) == []


def test_question_in_other_scripts_are_found():
    question = make_question(text="Почему вы хотите работать в библиотеке?")
    assert found("почему вы хотите работать в библиотеке") == [question]


def test_finding_asks_few_queries_however_many_there_are():
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert found(REWORDED)
        return len(captured)

    make_question(text=ROUTE)
    with_one = queries()
    for number in range(30):
        make_question(text=f"{ROUTE} Case {number}")
    assert queries() == with_one
