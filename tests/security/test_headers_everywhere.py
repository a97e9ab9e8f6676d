"""Every answer carries the whole set of security headers, whoever asks for whatever in whatever way."""

from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from questions.browse.views import home
from tests.pages.banks import Bank, full_bank
from tests.staff import browser_of
from tests.workflow.test_every_admin_address import addresses
from tests.workflow.test_every_admin_address import filled_in as admin_address
from tests.workflow.test_every_admin_address import keys as keys  # a fixture

from .addresses import filled_in, public_patterns

HOST = {"Host": "localhost"}
EXPECTED = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NOTHING_FROM_ANYWHERE = ("default-src", "object-src", "base-uri", "frame-ancestors")
OURS_ALONE = ("script-src", "style-src", "font-src", "connect-src", "form-action")


@pytest.fixture
def bank(db: None, in_production: Any) -> Bank:
    return full_bank()


def policy_of(answer: HttpResponse) -> dict[str, str]:
    """The directives of an answer's policy, by name."""
    directives = (part.strip().partition(" ") for part in answer.headers.get("Content-Security-Policy", "").split(";"))
    return {name: sources for name, _, sources in directives}


def lacking(answer: HttpResponse, expected: dict[str, str] = EXPECTED) -> list[str]:
    """The names of the headers that ``answer`` does not have as it should."""
    policy, permissions = policy_of(answer), answer.headers.get("Permissions-Policy", "")
    holds = {
        **{name: answer.headers.get(name) == value for name, value in expected.items()},
        **{name: policy.get(name) == "'none'" for name in NOTHING_FROM_ANYWHERE},
        **{name: policy.get(name) == "'self'" for name in OURS_ALONE},
        "img-src": policy.get("img-src") in ("'self'", "'self' data:"),
        "no unsafe": "unsafe" not in str(policy),
        "Permissions-Policy": "camera=()" in permissions and "microphone=()" in permissions and "geolocation=()" in permissions,
        "no CORS": "Access-Control-Allow-Origin" not in answer.headers,
    }
    return [name for name, held in holds.items() if not held]


def read(answer: Any) -> None:
    """Files stay open until they are read to the end."""
    if answer.streaming:
        list(answer)


def lacking_at(client: Client, urls: list[str], *methods: str) -> dict[tuple[str, str], list[str]]:
    """What answers lack, by method and address. Of none that lacks nothing."""
    found = {}
    for url in urls:
        for method in methods or ("GET", "HEAD", "POST", "OPTIONS"):
            answer = client.generic(method, url, secure=True)
            found[method, url] = lacking(answer)
            read(answer)
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize("language", ["", "/es"])
def test_every_public_address_for_a_visitor(bank: Bank, language: str):
    urls = [language + filled_in(pattern, bank) for pattern in public_patterns()]
    assert lacking_at(Client(enforce_csrf_checks=True), urls) == {}


def test_every_public_address_for_an_editor(bank: Bank):
    urls = [filled_in(pattern, bank) for pattern in public_patterns()]
    assert lacking_at(browser_of("ed"), urls, "GET") == {}


def test_the_public_addresses_are_found(bank: Bank, visitor: Client):
    """That the walk above is one: most of what it asks for is there."""
    answers = [visitor.get(filled_in(pattern, bank), secure=True).status_code for pattern in public_patterns()]
    assert answers.count(200) > len(answers) * 3 // 4


@pytest.mark.parametrize("name", ["nobody", "vera", "ed", "sue"])
def test_every_admin_address(in_production: Any, keys: dict[str, Any], name: str):
    client = Client() if name == "nobody" else browser_of(name)
    client.handler.enforce_csrf_checks = True  # what is sent here is refused, and changes nothing
    patterns = sorted(set(addresses(get_resolver().url_patterns)) - {"logout/"})
    urls = [f"/admin/{admin_address(pattern, keys)}" for pattern in patterns]
    assert lacking_at(client, urls, "GET", "POST") == {}


def test_every_static_file(db: None, in_production: Any):
    names = {name for finder in finders.get_finders() for name, _ in finder.list(None)}
    assert len(names) > 100
    assert lacking_at(Client(), [f"/static/{name}" for name in sorted(names)], "GET") == {}


def test_a_static_file_by_other_methods_and_again_and_in_part(db: None, in_production: Any):
    client, url = Client(), "/static/css/site.css"
    last = client.get(url, secure=True)
    asked = [
        client.get(url, secure=True, headers={"If-Modified-Since": last["Last-Modified"]}),
        client.get(url, secure=True, headers={"Range": "bytes=0-9"}),
        client.get(url, secure=True, headers={"Range": "bytes=99999999-"}),
        client.post(url, secure=True),
    ]
    assert [answer.status_code for answer in asked] == [304, 206, 416, 405]
    assert [lacking(answer) for answer in asked] == [[]] * 4
    for answer in [last, *asked]:
        read(answer)


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


WITHOUT_HTTPS = {name: value for name, value in EXPECTED.items() if name != "Strict-Transport-Security"}


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
