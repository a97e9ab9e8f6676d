"""When something breaks, the visitor is told so calmly."""

import pytest
from django.test import Client, RequestFactory

from questions.browse.errors import server_error
from questions.browse.views import home

from .reading import text_of


def test_the_page_for_our_own_faults_needs_no_database():
    # No database fixture here: any query would end the test.
    page = server_error(RequestFactory().get("/"))
    assert page.status_code == 500
    assert text_of(page, "h1") == ["Something went wrong on our side"]


def test_a_fault_in_a_view_shows_that_page(visitor: Client, monkeypatch: pytest.MonkeyPatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(home, "render", broken)
    visitor.raise_request_exception = False
    page = visitor.get("/")
    assert page.status_code == 500
    assert text_of(page, "h1") == ["Something went wrong on our side"]
