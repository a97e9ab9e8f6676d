"""Faults, refusals, redirects, kept pages and plain http: the whole set of security headers there too."""

from typing import Any

import pytest
from django.test import Client

from questions.browse.views import home
from tests.pages.banks import Bank

from .header_set import EXPECTED, WITHOUT_HTTPS, lacking, lacking_at

HOST = {"Host": "localhost"}


@pytest.mark.parametrize(
    "url", ["/nothing/", "/static/nothing.css", "/roles/%00/", "/admin/nothing/", "/questions/0/", "//evil.example/", "/roles"]
)
def test_what_is_not_there(bank: Bank, visitor: Client, url: str):
    assert lacking_at(visitor, [url]) == {}


def test_a_fault_of_ours(bank: Bank, visitor: Client, monkeypatch: pytest.MonkeyPatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(home, "render", broken)
    visitor.raise_request_exception = False
    answer = visitor.get("/about/", secure=True)
    assert (answer.status_code, lacking(answer)) == (500, [])


def test_a_form_without_its_token(bank: Bank):
    answer = Client(enforce_csrf_checks=True).post("/report/", {}, secure=True)
    assert (answer.status_code, lacking(answer)) == (403, [])


def test_a_retired_question(bank: Bank, visitor: Client):
    bank.question.status = "retired"
    bank.question.save()
    answer = visitor.get(bank.question.get_absolute_url(), secure=True)
    assert (answer.status_code, lacking(answer)) == (410, [])


def test_a_kept_page_and_the_word_that_it_is_still_so(bank: Bank, visitor: Client):
    url = bank.role.get_absolute_url()
    new, kept = visitor.get(url, secure=True), visitor.get(url, secure=True)
    same = visitor.get(url, secure=True, headers={"If-None-Match": new["ETag"]})
    assert [answer.status_code for answer in (new, kept, same)] == [200, 200, 304]
    assert [lacking(answer) for answer in (new, kept, same)] == [[], [], []]


def test_the_way_from_plain_http_to_https(bank: Bank, visitor: Client):
    answer = visitor.get("/roles/?q=librarian", headers=HOST)
    assert (answer.status_code, answer["Location"]) == (301, "https://localhost/roles/?q=librarian")
    assert lacking(answer, WITHOUT_HTTPS) == []
    # Browsers must not believe it there (RFC 6797, 7.2).
    assert not answer.has_header("Strict-Transport-Security")


@pytest.mark.parametrize(("secure", "expected"), [(True, EXPECTED), (False, WITHOUT_HTTPS)])
def test_a_host_we_do_not_serve(bank: Bank, visitor: Client, secure: bool, expected: dict[str, str]):
    answer = visitor.get("/nothing/", secure=secure, headers={"Host": "evil.example"})
    assert (answer.status_code, lacking(answer, expected)) == (400, [])


def test_without_https_all_but_the_promise_of_https_stays(db: None, settings: Any, visitor: Client):
    answer = visitor.get("/")
    assert lacking(answer, WITHOUT_HTTPS) == []
    assert not answer.has_header("Strict-Transport-Security")
