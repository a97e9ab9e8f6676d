"""What Prometheus is told, if it has the token."""

import re
from typing import Any

import pytest
from django.test import Client

from prepsite import settings as running
from prepsite.operation.metrics import kind_of
from tests.factories import make_question, make_role

TOKEN = "a token for one test"


@pytest.fixture
def prometheus(settings: Any, db: None) -> Client:
    settings.METRICS_TOKEN = TOKEN
    settings.MIDDLEWARE = running.MIDDLEWARE
    return Client(headers={"authorization": f"Bearer {TOKEN}"})


def figure(prometheus: Client, name: str) -> float:
    """The value of ``name``, 0 where it was never counted."""
    found = re.findall(rf"^{re.escape(name)} (\S+)$", prometheus.get("/metrics").text, flags=re.MULTILINE)
    return float(found[0]) if found else 0.0


@pytest.mark.django_db
def test_without_a_token_set_there_is_no_such_page():
    assert Client(headers={"authorization": "Bearer "}).get("/metrics").status_code == 404


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer wrong", TOKEN, f"Basic {TOKEN}", "Bearer schlüssel"])
def test_who_has_not_the_token_learns_nothing(prometheus: Client, sent: str):
    answer = Client(headers={"authorization": sent}).get("/metrics")
    assert answer.status_code == 401
    assert "prepsite_" not in answer.text


def test_requests_are_counted_by_kind_and_status(prometheus: Client):
    name = 'prepsite_requests_total{kind="roles",status="4xx"}'
    before = figure(prometheus, name)
    prometheus.get("/roles/no-such-role/")
    assert figure(prometheus, name) == before + 1


def test_times_are_counted_by_kind(prometheus: Client):
    name = 'prepsite_request_seconds_bucket{kind="home",le="10.0"}'
    before = figure(prometheus, name)
    prometheus.get("/")
    assert figure(prometheus, name) == before + 1


def test_it_is_told_how_pages_came_about(prometheus: Client):
    names = [f'prepsite_pages_total{{how="{how}"}}' for how in ("made", "kept", "unchanged")]
    before = [figure(prometheus, name) for name in names]
    tag = prometheus.get("/").headers["ETag"]
    prometheus.get("/")
    prometheus.get("/", headers={"if-none-match": tag})
    assert [figure(prometheus, name) for name in names] == [count + 1 for count in before]


def test_the_bank_is_counted(prometheus: Client):
    role = make_role(title="Bookmobile Librarian")
    make_question(role=role)
    make_question(role=role, status="draft")
    assert figure(prometheus, 'prepsite_published{thing="roles"}') == 1
    assert figure(prometheus, 'prepsite_published{thing="questions"}') == 1


def test_the_content_version_is_another_one_after_a_change(prometheus: Client):
    before = figure(prometheus, "prepsite_content_version")
    assert figure(prometheus, "prepsite_content_version") == before
    make_role(title="Bookmobile Librarian")
    assert figure(prometheus, "prepsite_content_version") != before


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "home"),
        ("/es/", "home"),
        ("/es/roles/x/", "roles"),
        ("/admin/", "admin"),
        ("/wp-login.php", "other"),
        ("/readyz", "probe"),
    ],
)
def test_kinds_are_few_whatever_addresses_are_asked(path: str, kind: str):
    assert kind_of(path) == kind
