"""Logs: one line of JSON for each event, found by the id of its request, and silent about who asked for what."""

import io
import json
import logging
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from prepsite import urls
from prepsite.operation import requests
from prepsite.operation.logs import Json
from prepsite.operation.requests import RequestIds


def quoting(request: HttpRequest) -> HttpResponse:
    raise ValueError(f"no such thing as {request.GET['q']} for {request.COOKIES} of {request.META['REMOTE_ADDR']}: table lost")


urlpatterns = [path("search/", quoting), *urls.urlpatterns]
handler500 = urls.handler500


@pytest.fixture
def log() -> Any:
    """What the root logger writes."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Json())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def failing_search(log: io.StringIO, settings: Any, **headers: str) -> tuple[HttpResponse, dict[str, Any]]:
    settings.ROOT_URLCONF = __name__
    visitor = Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.77")
    visitor.cookies["secret"] = "ada-lovelace-1815"
    answer = visitor.get("/search/", {"q": "pregnant librarians, ann@example.org"}, headers=headers)
    assert answer.status_code == 500
    [line] = log.getvalue().splitlines()
    return answer, json.loads(line)


@pytest.mark.django_db
def test_a_search_that_fails_is_logged_without_its_words_its_cookie_and_its_sender(log: io.StringIO, settings: Any):
    failing_search(log, settings)
    for personal in ("pregnant", "librarian", "ann", "example.org", "lovelace", "1815", "203.0.113.77", "q="):
        assert personal not in log.getvalue().replace(__file__, ""), personal


@pytest.mark.django_db
def test_yet_it_says_what_failed_and_where_in_one_line(log: io.StringIO, settings: Any):
    _answer, line = failing_search(log, settings)
    assert line["message"].startswith("Internal Server Error: /")
    assert "in quoting" in line["traceback"]
    assert "table lost" in line["traceback"]


@pytest.mark.django_db
def test_the_answer_says_the_id_under_which_it_stands_in_the_log(log: io.StringIO, settings: Any):
    answer, line = failing_search(log, settings)
    assert line["request"] == answer.headers["X-Request-ID"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("proxy", "sent", "taken"),
    [(True, "abcdef-0123", True), (True, "bad id\n", False), (True, "x" * 65, False), (False, "abcdef-0123", False)],
)
def test_the_id_of_a_proxy_of_ours_is_taken_if_it_is_well_formed(settings: Any, proxy: bool, sent: str, taken: bool):
    settings.BEHIND_PROXY = proxy
    answer = RequestIds(lambda request: HttpResponse())(RequestFactory().get("/", headers={"x-request-id": sent}))
    assert (answer.headers["X-Request-ID"] == sent) is taken


def test_what_was_typed_into_a_form_stays_out(log: io.StringIO):
    request = RequestFactory().post("/report/", {"email": "ann@example.org", "text": "My manager Bob"})
    assert request.POST
    before = requests.current.set(("some-id", request))
    logging.getLogger("questions").error("cannot store 'my manager bob' of ANN@example.org: disk full")
    requests.current.reset(before)
    assert json.loads(log.getvalue())["message"] == "cannot store '… … …' of …@….…: disk full"


@pytest.mark.django_db
def test_the_key_of_an_account_stays_though_the_form_sent_it(log: io.StringIO, editor: Client):
    colleague = User.objects.create_user("ann", pk=4711)
    editor.post("/admin/auth/user/", {"action": "make_links", "_selected_action": [colleague.pk]})
    assert "account 4711: a link for a new password was made by account " in log.getvalue()


@pytest.mark.django_db
def test_what_is_told_while_the_admin_answers_a_form_is_told(log: io.StringIO, editor: Client):
    editor.post("/admin/auth/user/add/", {"username": "ann"})
    assert "a link for a new password was made" in log.getvalue()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Invalid request from ip=203.0.113.77: Invalid header: 'Cookie: a=b'", "Invalid request: Invalid header"),
        ("Error handling request GET /search/?q=salary", "Error handling request GET /search/?…"),
    ],
)
def test_what_gunicorn_says_of_bad_requests_names_nobody(said: str, kept: str):
    record = logging.LogRecord("gunicorn.error", logging.WARNING, __file__, 1, said, None, None)
    assert json.loads(Json().format(record))["message"] == kept
