"""Pairs of questions that read much alike are written down, and kept true."""

import pytest
from django.contrib.auth.models import User

from questions.editorial.duplicates import noting
from questions.models import NearDuplicate, Question
from questions.vocabulary import Status
from tests.factories import make_question

pytestmark = pytest.mark.django_db

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"
SHELVES = "Which shelves would you weed first?"


def pairs() -> list[tuple[Question, Question]]:
    return [(pair.first, pair.second) for pair in NearDuplicate.objects.open()]


def rename(question: Question, text: str) -> None:
    question.text = text
    question.save()


def test_a_pair_is_noted_once_the_older_question_first_whichever_is_compared():
    older, newer = make_question(text=ROUTE), make_question(text=REWORDED)
    make_question(text=SHELVES)
    for compared in ([newer], [older], [older, newer]):
        assert noting.compare(compared) == 1
        assert pairs() == [(older, newer)]
    assert 0.7 < NearDuplicate.objects.get().similarity <= 1


def test_what_was_compared_says_when_and_does_not_wait_any_more():
    question, other = make_question(text=ROUTE), make_question(text=SHELVES)
    noting.compare([question])
    assert list(Question.objects.filter(compared_at=None)) == [other]


def test_those_that_wait_are_compared_so_many_at_a_time():
    for number in range(3):
        make_question(text=f"{ROUTE} Case {number}")
    assert noting.compare_waiting(2) == 2
    assert noting.compare_waiting(2) == 1
    assert noting.compare_waiting(2) == 0
    assert len(pairs()) == 3


def test_a_question_merged_away_does_not_wait_for_ever():
    kept = make_question(text=ROUTE)
    make_question(text=REWORDED, status=Status.RETIRED, merged_into=kept)
    assert noting.compare_waiting(10) == 2
    assert noting.compare_waiting(10) == 0
    assert pairs() == []


def test_a_pair_that_is_no_longer_alike_is_dropped():
    make_question(text=ROUTE)
    newer = make_question(text=REWORDED)
    noting.compare([newer])
    rename(newer, SHELVES)
    assert noting.compare_waiting(10) == 2
    assert pairs() == []


def test_a_pair_an_editor_dismissed_stays_dismissed():
    erin = User.objects.create_user("erin")
    make_question(text=ROUTE)
    newer = make_question(text=REWORDED)
    noting.compare([newer])
    assert noting.dismiss(NearDuplicate.objects.all(), by=erin) == 1
    assert noting.dismiss(NearDuplicate.objects.all(), by=erin) == 0
    assert noting.compare([newer]) == 0
    rename(newer, SHELVES)
    noting.compare_waiting(10)
    pair = NearDuplicate.objects.get()
    assert (pair.dismissed_by, pair.dismissed_at is not None) == (erin, True)


def test_a_dismissed_pair_can_be_put_back_on_the_list():
    erin = User.objects.create_user("erin")
    make_question(text=ROUTE)
    noting.compare([make_question(text=REWORDED)])
    noting.dismiss(NearDuplicate.objects.all(), by=erin)
    assert noting.reopen(NearDuplicate.objects.all(), by=erin) == 1
    assert len(pairs()) == 1


def test_of_a_question_that_resembles_many_the_nearest_are_noted():
    for number in range(8):
        make_question(text=f"{ROUTE} Case {number}")
    noting.compare([make_question(text=ROUTE)])
    assert len(pairs()) == noting.MOST_NOTED
