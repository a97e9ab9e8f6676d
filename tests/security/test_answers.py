"""Answers say what they are, keep nothing that is private, and tell nobody more than they asked."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from tests.pages.banks import Bank, full_bank
from tests.staff import browser_of
from tests.workflow.test_every_admin_address import addresses
from tests.workflow.test_every_admin_address import filled_in as admin_address
from tests.workflow.test_every_admin_address import keys as keys  # a fixture

from .addresses import filled_in, public_patterns

# Words of Django's for its scripts, and an empty form.
NOTHING_PRIVATE = {"jsi18n/", "password_change/", "password_change/done/"}


@pytest.fixture
def bank(db: None, in_production: Any) -> Bank:
    in_production.SECURITY_CONTACT = "mailto:security@library.example"
    return full_bank()


def test_every_answer_says_what_it_is_and_text_in_which_letters(bank: Bank, visitor: Client):
    types = {url: visitor.get(url, secure=True).get("Content-Type", "") for url in map_of(bank)}
    text = {url: kind for url, kind in types.items() if kind.startswith("text/") or "xml;" in kind}
    assert all(types.values())
    assert [url for url, kind in text.items() if "charset=utf-8" not in kind.replace('"', "").lower()] == []


def map_of(bank: Bank) -> list[str]:
    return [filled_in(pattern, bank) for pattern in public_patterns()]


def test_no_page_of_the_desk_is_kept_by_a_browser_or_a_cache(in_production: Any, keys: dict[str, Any]):
    desk = browser_of("sue")
    patterns = sorted(set(addresses(get_resolver().url_patterns)) - NOTHING_PRIVATE - {"logout/"})
    answers: dict[str, HttpResponse] = {
        pattern: desk.get(f"/admin/{admin_address(pattern, keys)}", secure=True) for pattern in patterns
    }
    opened = {pattern: answer.get("Cache-Control", "") for pattern, answer in answers.items() if answer.status_code == 200}
    assert len(opened) > 50
    assert [pattern for pattern, said in opened.items() if "no-store" not in said or "public" in said] == []


@pytest.mark.parametrize("url", ["/", "/roles/community-outreach-librarian/", "/static/css/site.css", "/admin/login/", "/x/"])
def test_trace_is_told_nothing_of_what_was_sent(bank: Bank, visitor: Client, url: str):
    answer = visitor.trace(url, secure=True, headers={"X-Secret": "what-a-proxy-added", "Cookie": "mine=hers"})
    told = str(dict(answer.headers)) + str(b"".join(answer) if answer.streaming else answer.content)
    assert "what-a-proxy-added" not in told
    assert "hers" not in told


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "POST", "TRACE"])
def test_no_method_but_post_changes_anything_and_pages_take_not_even_that(bank: Bank, visitor: Client, method: str):
    before = visitor.get(bank.role.get_absolute_url(), secure=True).content
    answers = [visitor.generic(method, url, secure=True).status_code for url in map_of(bank)]
    assert max(answers) < 500
    assert visitor.get(bank.role.get_absolute_url(), secure=True).content == before


def test_a_page_names_neither_the_framework_nor_a_version(bank: Bank, visitor: Client):
    page = visitor.get("/", secure=True)
    assert {"Server", "X-Powered-By", "Via"} & set(page.headers) == set()
    assert 'name="generator"' not in page.text


@pytest.mark.parametrize(
    "url",
    [
        *("/.git/config", "/.env", "/var/env", "/static/../.git/config", "/static/%2e%2e/manage.py", "/static//etc/passwd"),
        *("/static/", "/static/css/", "/manage.py", "/static/..%5c..%5cmanage.py", "/.well-known/"),
    ],
)
def test_no_file_is_served_but_those_meant_to_be_and_no_folder_listed(bank: Bank, visitor: Client, url: str):
    assert visitor.get(url, secure=True).status_code == 404


@pytest.mark.parametrize(
    "url", ["//evil.example/", "//evil.example/%2e%2e", "/https:/evil.example", "/%5cevil.example", "/roles//evil"]
)
def test_no_address_leads_to_another_site(bank: Bank, visitor: Client, url: str):
    answer = visitor.get(url, secure=True)
    leads_to = answer.get("Location", "/")
    assert leads_to.startswith("/")
    assert not leads_to.startswith(("//", "/\\"))


def test_of_a_parameter_sent_twice_one_is_taken_by_filter_and_page_alike(bank: Bank, visitor: Client):
    role = bank.role.get_absolute_url()
    twice = visitor.get(f"{role}?kind=general&kind=behavioral", secure=True).content
    assert twice == visitor.get(f"{role}?kind=behavioral", secure=True).content
