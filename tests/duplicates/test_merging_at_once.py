"""Two publishers merge at the same moment, on connections of their own."""

from collections.abc import Callable
from typing import Any

import pytest

from questions.editorial.duplicates import merging
from questions.editorial.duplicates.merging import CannotMergeError
from questions.models import Question
from tests.factories import make_question

Together = Callable[..., list[Any]]


def merge(loser: Question, into: Question) -> str:
    """What came of it: "" or the refusal."""
    try:
        merging.merge(loser, into, by=None)
    except CannotMergeError as error:
        return str(error)
    return ""


def left() -> list[int]:
    return list(Question.objects.filter(merged_into=None).values_list("pk", flat=True))


def led_to() -> set[int]:
    return set(Question.objects.exclude(merged_into=None).values_list("merged_into", flat=True))


@pytest.mark.parametrize("attempt", range(5))
def test_two_questions_merged_into_each_other_leave_one(together: Together, attempt: int):
    [(one, other)] = together(lambda: (make_question(), make_question()))
    outcomes = together(lambda: merge(one, other), lambda: merge(other, one))
    assert sorted(map(bool, outcomes)) == [False, True]
    assert [len(keys) for keys in together(left)] == [1]


@pytest.mark.parametrize("attempt", range(5))
def test_three_merged_in_a_circle_leave_a_chain_of_one_step(together: Together, attempt: int):
    [(one, two, three)] = together(lambda: (make_question(), make_question(), make_question()))
    together(lambda: merge(one, two), lambda: merge(two, three), lambda: merge(three, one))
    [[survivor]] = together(left)
    assert together(led_to) == [{survivor}]
