"""The desk costs the same however much waits."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.vocabulary import Status
from tests.factories import make_question, make_report, make_role

from .reading import desk_of


def test_three_and_thirty_waiting_things_cost_the_same_queries(editor: Client):
    asked = []
    for number in (3, 30):
        for _ in range(number):
            make_report()
            make_question(status=Status.REVIEW)
            make_role(title=f"Role {number} {_}")
        with CaptureQueriesContext(connection) as queries:
            editor.get("/admin/")
        asked.append(len(queries))
    assert asked[0] == asked[1] < 30


def test_beyond_a_thousand_it_stops_counting(editor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.editorial.desk.MOST_COUNTED", 2)
    for _ in range(2):
        make_report()
    assert desk_of(editor)["Problem reports"] == "2"
    make_report()
    with CaptureQueriesContext(connection) as queries:
        assert desk_of(editor)["Problem reports"] == "2+"
    counts = [query["sql"] for query in queries if "COUNT(*)" in query["sql"]]
    assert counts
    assert all("LIMIT 3" in sql for sql in counts)


def test_a_filter_value_nobody_offers_leaves_the_list_as_it_is(editor: Client):
    make_question(), make_question(status=Status.DRAFT)
    for query in ("?stale=no", "?mine=everything"):
        assert editor.get(f"/admin/questions/question/{query}").context["cl"].result_count == 2
