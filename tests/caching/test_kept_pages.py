"""A public page is rendered once; an edit shows on the next request; nobody's request leaves a trace in what others get."""

import gzip
from typing import Any

import brotli
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.caching.store import Memory, Page
from questions.models import Question, Role
from tests.factories import make_question, make_role, make_topic

# Each change in a transaction of its own, as changes are: PostgreSQL tells them apart by that.
pytestmark = pytest.mark.django_db(transaction=True)
ROLE = "/roles/bookmobile-librarian/"


@pytest.fixture
def role(db: None) -> Role:
    role = make_role(title="Bookmobile Librarian")
    make_question(text="How do you plan a route?", role=role, topics=[make_topic(name="Route planning")])
    return role


def queries_of(visitor: Client, url: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        visitor.get(url, headers=headers)
    return len(asked)


def test_the_second_request_asks_for_the_version_and_nothing_else(role: Role, visitor: Client):
    first = visitor.get(ROLE)
    assert queries_of(visitor, ROLE) == 1
    assert visitor.get(ROLE).content == first.content


@pytest.mark.parametrize(
    "path", [ROLE, "/", "/roles/", "/topics/route-planning/", "/feed/", "/sitemap-questions-0.xml", f"/es{ROLE}"]
)
def test_an_edit_shows_on_the_next_request(role: Role, visitor: Client, path: str):
    before = visitor.get(path).content
    make_question(text="Who pays for the diesel?", role=role, topics=["Route planning"])
    assert visitor.get(path).content != before


def test_what_is_scheduled_shows_at_its_time(role: Role, visitor: Client):
    later = "2026-12-01 08:00 +0000"
    with time_machine.travel("2026-12-01 07:59:59 +0000", tick=False):
        make_question(text="Who pays for the diesel?", role=role, publish_at=later)
        assert "diesel" not in visitor.get(ROLE).text
        assert visitor.get(ROLE)["Cache-Control"] == "public, max-age=1, stale-while-revalidate=0"
    with time_machine.travel(later, tick=False):
        assert "diesel" in visitor.get(ROLE).text
        assert visitor.get(ROLE)["Cache-Control"] == "public, max-age=5, stale-while-revalidate=30"


def test_a_sheet_says_its_day(role: Role, visitor: Client):
    said = []
    for day in ("2026-12-01 23:59", "2026-12-02 00:00"):
        with time_machine.travel(day, tick=False):
            said.append(visitor.get(f"{ROLE}sheet/").content)
    assert said[0] != said[1]


def test_who_has_the_page_is_told_that_it_is_still_so(role: Role, visitor: Client):
    tag = visitor.get(ROLE)["ETag"]
    again = visitor.get(ROLE, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"], again["Vary"]) == (304, b"", tag, "Accept-Encoding")
    Question.objects.update(purpose="Shows a plan.")
    assert visitor.get(ROLE, headers={"If-None-Match": tag}).status_code == 200


def test_a_search_is_made_for_who_asks_and_is_still_so_as_well(role: Role, visitor: Client):
    tag = visitor.get("/roles/?q=bookmobile")["ETag"]
    assert queries_of(visitor, "/roles/?q=bookmobile") > 1
    assert visitor.get("/roles/?q=bookmobile", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("query", ["?utm_source=mail", "?fbclid=1&kind=", "?x=<b>odd</b>"])
def test_what_a_page_does_not_know_makes_no_page_of_its_own_and_leaves_no_trace(role: Role, visitor: Client, query: str):
    odd = visitor.get(ROLE + query).content
    assert queries_of(visitor, ROLE) == 1
    assert odd == visitor.get(ROLE).content == Client().get(ROLE).content


def test_what_a_page_knows_makes_another_page_in_whatever_order(role: Role, visitor: Client):
    general = visitor.get(f"{ROLE}?kind=general&page=1").content
    assert general != visitor.get(ROLE).content
    assert queries_of(visitor, f"{ROLE}?page=1&kind=general") == 1


@pytest.mark.parametrize(
    ("accepted", "encoding", "read"),
    [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", "", bytes), ("br;q=0", "", bytes)],
)
def test_everybody_gets_the_same_page_in_what_their_browser_takes(
    role: Role, visitor: Client, accepted: str, encoding: str, read: Any
):
    plain = visitor.get(ROLE)
    page = visitor.get(ROLE, headers={"Accept-Encoding": accepted})
    assert page.get("Content-Encoding", "") == encoding
    assert read(page.content) == plain.content
    assert page["Content-Length"] == str(len(page.content))
    assert page["Vary"] == plain["Vary"] == "Accept-Encoding"


def test_a_kept_page_has_all_the_headers_of_a_new_one(role: Role, visitor: Client):
    new, kept = visitor.get(ROLE), visitor.get(ROLE)
    own = {"X-Request-ID": kept.headers["X-Request-ID"]}
    assert dict(kept.headers) == dict(new.headers) | own
    assert kept["Content-Language"] == "en"


def test_head_asks_for_the_same_page(role: Role, visitor: Client):
    page, head = visitor.get(ROLE), visitor.head(ROLE)
    assert (head.content, head["Content-Length"], head["ETag"]) == (b"", page["Content-Length"], page["ETag"])
    assert visitor.get(ROLE).content == page.content


@pytest.mark.parametrize("path", ["/roles/nobody/", f"{ROLE}mock/", "/report/", "/suggest/", "/accounts/login/", "/nothing/"])
def test_what_is_no_page_or_made_for_one_visitor_is_not_kept(role: Role, visitor: Client, path: str):
    answers = [visitor.get(path) for _ in range(2)]
    assert [answer.has_header("ETag") for answer in answers] == [False, False]
    assert "public" not in answers[0].get("Cache-Control", "")


def test_another_host_has_pages_of_its_own(role: Role, visitor: Client, settings: Any):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    pages = [visitor.get(ROLE, headers={"Host": host}).text for host in ("one.example", "two.example")]
    assert ["one.example" in page for page in pages] == [True, False]


def test_the_store_is_bounded_and_keeps_what_was_asked_for_last():
    memory = Memory(10_000)
    for number in range(20):
        memory.set(f"page {number}", "one", Page({}, {"br": bytes(1_500)}))
        memory.get("page 0", "one")
    assert memory.size <= 10_000
    assert list(memory.things) == ["page 16", "page 17", "page 18", "page 19", "page 0"]


def test_what_a_page_grows_by_counts_too():
    memory, page = Memory(10_000), Page({}, {"br": bytes(1_000)})
    memory.set("page", "one", page)
    page.bodies["gzip"] = bytes(500)
    memory.set("page", "one", page)
    assert memory.size == page.size
    memory.set("page", "two", Page({}))
    assert memory.size == Page({}).size


def test_whoever_works_on_the_pages_sees_every_change_of_theirs(role: Role, visitor: Client, settings: Any):
    settings.DEBUG = True
    visitor.get(ROLE)
    assert queries_of(visitor, ROLE) > 1


def test_a_page_of_an_older_edition_is_dropped():
    memory = Memory(10_000)
    memory.set("page", "one", Page({}, {"br": b"old"}))
    assert memory.get("page", "two") is None
    assert memory.size == 0
