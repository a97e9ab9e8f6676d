"""By the published table of Mozilla's HTTP Observatory, public pages and the admin are an A+ of 130 points or more."""

from typing import Any

import pytest
from django.test import Client

from tests.pages.banks import Bank, full_bank
from tests.staff import browser_of

from .observatory import A_PLUS, Seen, outcomes, score

PROMISED = 130


@pytest.fixture
def bank(db: None, in_production: Any) -> Bank:
    in_production.SESSION_SAVE_EVERY_REQUEST = True  # so that every answer shows how the session's cookie is set
    return full_bank()


def look(client: Client, url: str) -> Seen:
    """As the Observatory looks: first over plain http, then over https to where that leads."""
    first = client.get(url, headers={"Host": "localhost"})
    page = client.get(url, secure=True, follow=True, headers={"Host": "localhost"})
    assert page.status_code == 200
    set_here = page.cookies.copy()
    return Seen({name.lower(): value for name, value in page.headers.items()}, page.text, first["Location"], set_here)


@pytest.mark.parametrize("url", ["/", "/roles/community-outreach-librarian/", "/search/?q=librarian", "/es/", "/star/"])
def test_a_public_page_is_an_a_plus(bank: Bank, visitor: Client, url: str):
    seen = look(visitor, url)
    assert score(seen) >= PROMISED, outcomes(seen)
    assert outcomes(seen)["cookies"] == "none"


@pytest.mark.parametrize("url", ["/report/", "/suggest/"])
def test_a_form_with_the_cookie_of_its_token_is_one_too(bank: Bank, visitor: Client, url: str):
    seen = look(visitor, url)
    assert score(seen) >= PROMISED, outcomes(seen)
    assert seen.cookies


def test_the_way_into_the_admin_is_one(bank: Bank, visitor: Client):
    seen = look(visitor, "/admin/")
    assert score(seen) >= PROMISED, outcomes(seen)


@pytest.mark.parametrize("url", ["/admin/", "/admin/questions/question/", "/admin/questions/role/add/"])
def test_the_admin_is_one_for_who_is_signed_in(bank: Bank, url: str):
    seen = look(browser_of("pat"), url)
    assert score(seen) >= PROMISED, outcomes(seen)
    assert outcomes(seen)["cookies"] == "secure, hidden from scripts, and kept from other sites"


WEAKENED = [
    ("content-security-policy", "default-src 'self'", "policy"),
    ("content-security-policy", "default-src 'none'; script-src 'self' 'unsafe-inline'", "policy"),
    ("content-security-policy", "default-src 'none'; img-src http:", "policy"),
    ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'", "policy"),
    ("content-security-policy", "", "framing"),
    ("strict-transport-security", "max-age=60", "https promised"),
    ("strict-transport-security", "", "https promised"),
    ("referrer-policy", "unsafe-url", "referrer"),
    ("x-content-type-options", "", "sniffing"),
    ("cross-origin-resource-policy", "cross-origin", "resource policy"),
]


@pytest.mark.parametrize(("name", "value", "test"), WEAKENED)
def test_a_header_made_weaker_costs_points(bank: Bank, visitor: Client, name: str, value: str, test: str):
    seen = look(visitor, "/")
    weaker = Seen(seen.headers | {name: value}, seen.html, seen.location)
    assert score(weaker) < score(seen)
    assert outcomes(weaker)[test] != outcomes(seen)[test]


@pytest.mark.parametrize(
    "cookie", ["sessionid=1; HttpOnly; SameSite=Lax", "sessionid=1; Secure; SameSite=Lax", "csrftoken=1; Secure", "theme=1"]
)
def test_a_careless_cookie_costs_points(bank: Bank, visitor: Client, cookie: str):
    seen = look(visitor, "/")
    careless = Seen(seen.headers, seen.html, seen.location)
    careless.cookies.load(cookie)
    assert score(careless) < score(seen)


def test_a_script_of_somebody_else_costs_points(bank: Bank, visitor: Client):
    seen = look(visitor, "/")
    theirs = Seen(seen.headers, '<script src="https://cdn.example/a.js"></script>', seen.location)
    assert score(theirs) < score(seen)


def test_nothing_set_at_all_is_no_a_plus():
    assert score(Seen({}, "<p>Hello</p>")) < A_PLUS
