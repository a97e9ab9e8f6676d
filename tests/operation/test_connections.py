"""How the site is connected: pools that fit the threads, limits for pages and none for commands, a cache nobody waits for."""

import json
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from redis.exceptions import ConnectionError as DownError

from prepsite import settings as running
from tests.factories import make_role
from tests.operation.starting import run

POSTGRES = "postgres://prepsite@127.0.0.1:1/nothing"


def default(first: str, **environment: str) -> dict[str, Any]:
    """The first database's settings, of a process that imports ``first``; none of it connects."""
    code = (
        f"{first}; import json; from django.conf import settings; print(json.dumps(settings.DATABASES['default'], default=str))"
    )
    said = run("-c", code, DJANGO_SETTINGS_MODULE="prepsite.settings", **environment)
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


def test_pages_wait_so_long_for_postgresql_and_no_longer():
    options = default("import prepsite.wsgi", DATABASE_URL=POSTGRES, STATEMENT_TIMEOUT="2500", DATABASE_PATIENCE="3")["OPTIONS"]
    assert options["options"] == "-c statement_timeout=2500"
    assert (options["connect_timeout"], options["pool"]["timeout"]) == (3, 3)


def test_an_import_may_take_as_long_as_it_needs():
    options = default("import django; django.setup()", DATABASE_URL=POSTGRES)["OPTIONS"]
    assert options["options"] == "-c statement_timeout=0"


def test_every_thread_has_a_connection():
    database = default("import prepsite.wsgi", DATABASE_URL=POSTGRES, THREADS="7")
    assert database["OPTIONS"]["pool"]["max_size"] == 8


def test_what_the_address_says_wins():
    database = default("import prepsite.wsgi", DATABASE_URL=f"{POSTGRES}?sslmode=verify-full&connect_timeout=9")
    assert (database["OPTIONS"]["sslmode"], database["OPTIONS"]["connect_timeout"]) == ("verify-full", 9)


@pytest.mark.django_db
def test_a_cache_that_is_down_is_left_alone_for_a_while(settings: Any, monkeypatch: pytest.MonkeyPatch):
    asked = []

    def down(*args: Any, **kwargs: Any) -> None:
        asked.append(args)
        raise DownError("Connection refused")

    settings.MIDDLEWARE = running.MIDDLEWARE
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "p"}}
    for verb in ("get", "set"):
        monkeypatch.setattr(type(caches["pages"]), verb, down)
    make_role(title="Bookmobile Librarian")
    visitor = Client()
    assert {visitor.get(page).status_code for page in ("/", "/roles/", "/roles/bookmobile-librarian/")} == {200}
    assert len(asked) == 1


def test_a_cache_is_given_up_on_within_a_second():
    said = run("-c", "from prepsite import settings as s; print(s.CACHES['pages']['OPTIONS'])", CACHE_URL="redis://127.0.0.1:1/0")
    assert "'socket_connect_timeout': 0.5, 'socket_timeout': 0.5" in said.stdout
