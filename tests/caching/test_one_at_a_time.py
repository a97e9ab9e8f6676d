"""A rush on one page renders it once; another page does not wait for it."""

from threading import Event, Lock
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from prepsite.middleware import LanguageOfThePath
from questions.caching.middleware import KeptPages
from tests.factories import make_role
from tests.threads import Together

VISITORS = 8


class Slow:
    """A site whose pages take until somebody lets them; counts how often each is made."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.lock = Lock()
        self.let = Event()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self.lock:
            self.made.append(request.path)
        if request.path != "/about/":
            self.let.wait(10)
        return HttpResponse(f"<p>{request.path}</p>", headers={"Content-Type": "text/html"})


def test_a_rush_on_one_page_renders_it_once(together: Together):
    site = Slow()
    pages = LanguageOfThePath(KeptPages(site))

    def visit(path: str) -> Any:
        return pages(RequestFactory().get(path)).content

    def visit_another() -> Any:
        page = visit("/about/")
        site.let.set()
        return page

    *same, other = together(*[lambda: visit("/roles/")] * VISITORS, visit_another)
    assert same == [b"<p>/roles/</p>"] * VISITORS
    assert other == b"<p>/about/</p>"
    assert sorted(site.made) == ["/about/", "/roles/"]


def test_where_the_first_one_fails_the_next_tries_again(together: Together):
    together(make_role)
    calls: list[str] = []

    def site(request: HttpRequest) -> HttpResponse:
        calls.append(request.path)
        return HttpResponse("no", status=500) if len(calls) == 1 else HttpResponse("yes")

    pages = LanguageOfThePath(KeptPages(site))
    answers = together(*[lambda: pages(RequestFactory().get("/roles/")).status_code] * 3)
    assert sorted(answers) == [200, 200, 500]
    assert len(calls) == 2


@pytest.mark.django_db
def test_nothing_is_left_of_those_who_waited():
    pages = KeptPages(lambda request: HttpResponse("page"))
    pages(RequestFactory().get("/roles/"))
    assert pages.turns.waiting == {}
