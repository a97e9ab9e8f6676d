"""The forms are guarded: against forged messages, against programs, and against keeping or showing too much."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.models import Message, Sending
from tests.factories import make_question, make_role

from .banks import FORM_PAGES
from .letters import REPORT, report, suggest, taken
from .reading import parse, text_of


@pytest.fixture
def checked(db: None) -> Client:
    """A visitor whose forms are checked for their token, as outside tests."""
    return Client(enforce_csrf_checks=True)


def token_of(page) -> str:
    return parse(page).query("[name=csrfmiddlewaretoken]")[0].attrs["value"]


def test_a_form_with_its_token_is_taken(checked: Client):
    token = token_of(checked.get("/report/"))
    assert taken(checked.post("/report/", REPORT | {"csrfmiddlewaretoken": token}))


@pytest.mark.parametrize("url", ["/report/", "/suggest/", "/es/report/"])
def test_a_form_without_its_token_comes_back_with_all_that_was_typed(checked: Client, url: str):
    page = checked.post(url, {"text": "Why this?"})
    assert page.status_code == 403
    assert text_of(page, "#id_text") == ["Why this?"]
    assert len(text_of(page, ".faults li")) > 1
    assert page["Cache-Control"] == "no-store"
    assert not Message.objects.exists()


def test_a_visitor_whose_cookie_was_lost_sends_again_and_is_heard(checked: Client):
    page = checked.post("/report/", REPORT)
    assert "Your message has not been sent yet." in text_of(page, ".faults li")[0]
    assert taken(checked.post("/report/", REPORT | {"csrfmiddlewaretoken": token_of(page)}))


def test_another_sites_form_is_not_taken(checked: Client):
    token = token_of(checked.get("/report/"))
    sent = REPORT | {"csrfmiddlewaretoken": token}
    assert checked.post("/report/", sent, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert not Message.objects.exists()


def test_elsewhere_a_missing_token_is_answered_as_before(checked: Client):
    page = checked.post("/admin/login/", {"username": "erin"})
    assert page.status_code == 403
    assert "CSRF verification failed" in page.text


def test_no_cache_keeps_a_form_and_no_search_engine_lists_it(visitor: Client):
    for url in (*FORM_PAGES, "/report/thanks/"):
        page = visitor.get(url)
        assert parse(page).query("meta[name=robots]")[0].attrs["content"] == "noindex"
        assert url == "/report/thanks/" or page["Cache-Control"] == "no-store"


def test_sending_sets_no_session_and_the_thanks_no_cookie(visitor: Client):
    answer = report(visitor)
    assert not answer.cookies
    assert not Client().get(answer["Location"]).cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("send", [report, suggest])
def test_a_program_that_fills_in_every_field_is_thanked_and_nothing_is_kept(visitor: Client, send):
    assert taken(send(visitor, website="https://spam.example/"))
    assert taken(send(visitor, website="\0", text=""))
    assert not Message.objects.exists()
    assert not Sending.objects.exists()


def test_people_neither_see_nor_reach_the_field_for_programs(visitor: Client):
    for url in ("/report/", "/suggest/"):
        [field] = parse(visitor.get(url)).query("[aria-hidden=true].unseen [name=website]")
        assert (field.attrs["tabindex"], field.attrs["autocomplete"]) == ("-1", "off")
        assert field.attrs["type"] == "text"


def test_strange_requests_get_a_calm_answer(visitor: Client):
    for url in ("/report/", "/suggest/"):
        assert visitor.head(url).status_code == 200
        assert visitor.post(url, "no form at all", content_type="application/json").status_code == 200
        assert visitor.post(url, {"text": ["a", "b"], "fault": ["x"] * 50}).status_code == 200


@pytest.mark.parametrize(("url", "queries"), [("/report/", 0), ("/report/?question={}", 1), ("/suggest/?role=outreach", 1)])
def test_a_form_costs_one_query_at_most(visitor: Client, url: str, queries: int):
    question = make_question(role=make_role(slug="outreach"))
    with CaptureQueriesContext(connection) as asked:
        visitor.get(url.format(question.pk))
    assert len(asked) == queries
