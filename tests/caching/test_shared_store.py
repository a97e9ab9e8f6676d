"""With ``CACHE_URL`` all processes share what one of them rendered; where it is down pages are served all the same."""

from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as DownError

from tests.factories import make_role

# Each change in a transaction of its own, as changes are: PostgreSQL tells them apart by that.
pytestmark = pytest.mark.django_db(transaction=True)
ROLE = "/roles/bookmobile-librarian/"


@pytest.fixture
def shared(settings: Any) -> Any:
    """A cache that stands for Valkey; each Client has the memory of a process of its own."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}
    }
    caches["pages"].clear()
    return caches["pages"]


def queries(visitor: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(ROLE).status_code == 200
    return len(asked)


def test_what_one_process_rendered_another_one_sends(shared: Any):
    make_role(title="Bookmobile Librarian")
    assert queries(Client()) > 1
    assert queries(Client()) == 1


def test_an_edit_shows_in_all_of_them(shared: Any):
    role = make_role(title="Bookmobile Librarian", summary="Drives.")
    one, other = Client(), Client()
    one.get(ROLE), other.get(ROLE)
    role.summary = "Drives the library to people."
    role.save()
    assert "to people" in one.get(ROLE).text
    assert "to people" in other.get(ROLE).text


def test_a_cache_that_is_down_costs_no_page(shared: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def down(*args: Any, **kwargs: Any) -> None:
        raise DownError("Connection refused")

    make_role(title="Bookmobile Librarian")
    monkeypatch.setattr(type(shared), "get", down)
    monkeypatch.setattr(type(shared), "set", down)
    visitor = Client()
    assert queries(visitor) > 1
    assert queries(visitor) == 1
    assert "does not answer" in caplog.text
