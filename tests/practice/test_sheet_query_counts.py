"""Sheets and questions to ask cost the same few queries, however many questions they show."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.vocabulary import Kind
from tests.factories import make_group, make_question, make_role, make_topic

PAGES = {
    "/roles/archivist/sheet/": 6,
    "/roles/archivist/sheet/?lines=on&guidance=on&large=on&kind=to-ask": 6,
    "/topics/topic-0/sheet/?guidance=on": 3,
    "/sheet/?guidance=on&q={picked}": 1,
    "/roles/archivist/ask/": 8,
    "/roles/driver/ask/": 9,
    "/roles/nurse/ask/": 10,
}


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("url", PAGES)
def test_a_page_costs_the_same_few_queries_with_three_rows_and_with_thirty(visitor: Client, url: str, rows: int):
    role = make_role(title="Archivist")
    make_role(title="Driver")
    make_role(title="Nurse", group=make_group(name="Nursing"))
    guidance = {"purpose": "To see.", "points": "- One", "follow_ups": ["And?"], "benchmarks": {"mid": "So."}}
    asked = [
        make_question(
            role=role,
            topics=["Topic 0", f"Topic {number}"],
            section=make_topic(name=f"Topic {number}"),
            kind=Kind.TO_ASK,
            **guidance,
        )
        for number in range(rows)
    ]
    picked = ",".join(str(question.pk) for question in asked)
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(url.format(picked=picked)).status_code == 200
    assert len(queries) == PAGES[url]
