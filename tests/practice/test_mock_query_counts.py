"""A set costs the same few queries, however many questions the role has and however many are drawn."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .mock_roles import make_role_with_questions

ROLE = "/roles/community-outreach-librarian/"
GUIDANCE = {"purpose": "To see.", "points": "- One\n- Two", "follow_ups": ["And?"], "benchmarks": {"mid": "So."}}
PAGES = {
    "mock/?n=5&seed=library": 6,
    "mock/?n=8&seed=library": 6,
    "mock/?n=8&seed=library&view=one&at=3": 6,
    "interviewer/?n=8&seed=library": 6,
    "interviewer/?n=8&seed=library&level=mid": 6,
    "mock/": 1,
    "interviewer/": 1,
}


@pytest.mark.parametrize("questions", [3, 30])
@pytest.mark.parametrize("page", PAGES)
def test_a_set_of_a_small_role_costs_as_much_as_one_of_a_large_role(visitor: Client, page: str, questions: int):
    make_role_with_questions(questions, **GUIDANCE)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(ROLE + page)
    assert len(asked) == PAGES[page]
