"""A long table asks the database as often as a short one, but for what it writes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_question, make_role

from .sending import choose, csv_of, exported


def asked(client: Client, number: int, **cells: str) -> int:
    """How many queries a report on ``number`` rows takes, without the savepoint around each row."""
    rows = [{"text": f"Question {place}?", **cells} for place in range(number)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = choose(client, "question", csv_of(*rows))
    assert page.status_code == 200
    return len([query for query in queries if "SAVEPOINT" not in query["sql"]])


def test_rows_that_change_nothing_cost_no_query_each(publisher: Client):
    role = make_role()
    for place in range(30):
        make_question(text=f"Question {place}?", role=role, topics=["Budgets"])
    cells = {"topics": "Budgets", "roles": "Librarianship / Community Outreach Librarian", "purpose": ""}
    asked(publisher, 3, **cells)
    assert asked(publisher, 3, **cells) == asked(publisher, 30, **cells)


def test_rows_with_faults_cost_no_query_each(publisher: Client):
    make_role()
    cells = {"topics": "Nothing", "roles": "No / One"}
    asked(publisher, 3, **cells)
    assert asked(publisher, 3, **cells) == asked(publisher, 30, **cells)


@pytest.mark.parametrize("kind", [0, 1])
def test_an_export_asks_as_often_for_many_as_for_few(publisher: Client, kind: int):
    role = make_role()
    counts = []
    for _ in range(2):
        for _ in range(20):
            make_question(role=role, topics=["Budgets"], follow_ups=["And?"])
        with CaptureQueriesContext(connection) as queries:
            exported(publisher, "question", kind=kind)
        counts.append(len(queries))
    assert counts[0] == counts[1]
