"""What a load balancer is told: that the process lives, and whether visitors may be sent to it."""

from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from redis.exceptions import ConnectionError as DownError


@pytest.fixture(autouse=True)
def in_production(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["prep.example"]


@pytest.fixture
def balancer() -> Client:
    """It asks by plain http, and by the machine's own address."""
    return Client(headers={"host": "10.0.0.7:8000"})


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_it_is_answered_by_http_and_any_host_and_never_from_a_cache(balancer: Client, path: str):
    answer = balancer.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.json()["status"] == "ok"
    assert "Content-Security-Policy" in answer.headers
    assert not answer.cookies


def test_whether_it_lives_asks_no_database(balancer: Client):
    assert balancer.get("/healthz").status_code == 200  # a test without a database ends where one is asked


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_nothing_can_be_sent_to_it(balancer: Client, path: str):
    assert balancer.post(path).status_code == 405


@pytest.mark.django_db
def test_a_missing_migration_keeps_visitors_away(balancer: Client):
    [newest] = MigrationLoader(connection).graph.leaf_nodes("questions")
    MigrationRecorder(connection).record_unapplied(*newest)
    answer = balancer.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == "1 not applied: run `manage.py migrate`"


@pytest.mark.django_db
def test_a_database_that_is_down_keeps_visitors_away(balancer: Client, monkeypatch: pytest.MonkeyPatch):
    def down(*args: Any) -> None:
        raise OperationalError("connection to db.internal failed for user prepsite")

    monkeypatch.setattr(type(connections["default"]), "cursor", down)
    answer = balancer.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "does not answer")
    assert "internal" not in answer.text


@pytest.mark.django_db
def test_a_cache_that_is_down_is_named_but_pages_go_on(balancer: Client, settings: Any, monkeypatch: pytest.MonkeyPatch):
    def down(*args: Any, **kwargs: Any) -> None:
        raise DownError("Connection refused")

    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "p"}}
    monkeypatch.setattr(type(caches["pages"]), "get", down)
    answer = balancer.get("/readyz")
    assert (answer.status_code, answer.json()["status"], answer.json()["cache"]) == (200, "slower", "does not answer")


def test_loading_the_site_leaves_no_connection_that_workers_would_share():
    """gunicorn loads the site once and forks: a connection opened before would be everybody's."""
    from tests.operation.starting import run

    code = "import prepsite.wsgi; from django.db import connections as c; print([one.connection for one in c.all()])"
    loaded = run("-c", code, DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert loaded.stdout.strip() == "[None]", loaded.stderr
