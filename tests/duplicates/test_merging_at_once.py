"""Two publishers merge at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from questions.editorial.duplicates import merging
from questions.editorial.duplicates.merging import CannotMergeError
from questions.models import Question
from tests.factories import make_question

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="an in-memory database has one connection; PostgreSQL shows it"),
]


def merge_at_once(*merges: tuple[Question, Question]) -> list[str]:
    """What came of each: "" or the refusal."""
    together = Barrier(len(merges))

    def run(pair: tuple[Question, Question]) -> str:
        try:
            together.wait(timeout=10)
            merging.merge(*pair, by=None)
        except CannotMergeError as error:
            return str(error)
        else:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(len(merges)) as pool:
        return list(pool.map(run, merges))


@pytest.mark.parametrize("attempt", range(5))
def test_two_questions_merged_into_each_other_leave_one(attempt: int):
    one, other = make_question(), make_question()
    outcomes = merge_at_once((one, other), (other, one))
    assert sorted(map(bool, outcomes)) == [False, True]
    assert Question.objects.filter(merged_into=None).count() == 1


@pytest.mark.parametrize("attempt", range(5))
def test_three_merged_in_a_circle_leave_a_chain_of_one_step(attempt: int):
    one, two, three = make_question(), make_question(), make_question()
    merge_at_once((one, two), (two, three), (three, one))
    left = Question.objects.filter(merged_into=None)
    assert left.count() == 1
    assert set(Question.objects.exclude(merged_into=None).values_list("merged_into", flat=True)) == {left.get().pk}
