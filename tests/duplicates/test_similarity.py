"""When two questions are called alike."""

import pytest

from questions.editorial.duplicates.planning import MOST_CANDIDATES, plan
from questions.editorial.duplicates.similarity import ALIKE, read, similarity

ROUTE = "How do you plan a bookmobile route?"


def alike(one: str, other: str) -> float:
    return similarity(read(one), read(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROUTE, "How would you plan a route for the bookmobile?"),
        (ROUTE, "How would you plan new bookmobile routes?"),
        ("Tell me about a time you dealt with a difficult patron.", "Describe how you had to deal with difficult patrons."),
        ("Why do you want to work in a library?", "Why did you want to work in libraries?"),
        ("Tell me about yourself.", "Tell us about yourself"),
    ],
)
def test_the_same_subject_in_other_words_of_asking_is_alike(one: str, other: str):
    assert alike(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What would you do if a patron complained?", "What would you do if a colleague complained?"),
        ("How do you handle difficult patrons?", "How do you handle angry patrons?"),
        ("What is your greatest strength?", "What is your greatest weakness?"),
        ("What do you know about C?", "What do you know about C++?"),
        ("", "?"),
    ],
)
def test_another_subject_in_the_same_words_of_asking_is_not(one: str, other: str):
    assert alike(one, other) < ALIKE


def test_the_same_words_are_wholly_alike_whatever_their_case_order_and_marks():
    assert alike(ROUTE, "A bookmobile route: HOW do you plan?") == 1
    assert alike("Why don’t you drive?", "Why don't you drive?") == 1


def test_it_does_not_matter_which_of_the_two_comes_first():
    longer = f"{ROUTE} Say how you choose the stops."
    assert alike(ROUTE, longer) == alike(longer, ROUTE)


def test_rare_words_are_looked_up_one_by_one_and_no_more_of_them_than_needed():
    assert plan({"bookmobile": 3, "route": 40, "plan": 90_000}, 200_000) == [("bookmobile",), ("route",)]


def test_words_that_stand_nowhere_find_nothing():
    assert plan({"bookmobile": 0, "route": 0, "plan": 0}, 200_000) == []


def test_frequent_words_are_looked_up_together():
    groups = plan({"budget": 5_000, "team": 5_001, "school": 5_002, "case": 200_000}, 200_000)
    assert {frozenset(group) for group in groups} == {
        frozenset(pair) for pair in (("budget", "team"), ("team", "school"), ("school", "budget"))
    }


def test_where_even_that_finds_too_many_all_of_the_words_are_asked_for():
    assert MOST_CANDIDATES < 0.3**2 * 200_000
    assert plan({"budget": 60_000, "team": 60_001, "school": 60_002}, 200_000) == [("budget", "team", "school")]
