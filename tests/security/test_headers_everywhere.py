"""Every address and every static file answers with the whole set of security headers, whoever asks in whatever way."""

from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import get_resolver

from tests.pages.banks import Bank
from tests.staff import browser_of
from tests.workflow.test_every_admin_address import addresses
from tests.workflow.test_every_admin_address import filled_in as admin_address
from tests.workflow.test_every_admin_address import keys as keys  # a fixture

from .addresses import filled_in, public_patterns
from .header_set import lacking, lacking_at, read


@pytest.mark.parametrize("language", ["", "/es"])
def test_every_public_address_for_a_visitor(bank: Bank, language: str):
    urls = [language + filled_in(pattern, bank) for pattern in public_patterns()]
    assert lacking_at(Client(enforce_csrf_checks=True), urls) == {}


def test_every_public_address_for_an_editor(bank: Bank):
    urls = [filled_in(pattern, bank) for pattern in public_patterns()]
    assert lacking_at(browser_of("ed"), urls, "GET") == {}


def test_the_addresses_of_the_bank_are_found_but_these(bank: Bank, visitor: Client):
    """That the walk above is one: what it asks for is there."""
    found = {pattern: visitor.get(filled_in(pattern, bank), secure=True).status_code for pattern in public_patterns("questions.")}
    missing = {pattern: status for pattern, status in found.items() if status != 200}
    draws = {f"roles/<name:slug>/{word}/": 302 for word in ("mock", "interviewer")}  # and lead to what they drew
    assert missing == {"preview/<str:token>/": 404, "styleguide/": 404, **draws}


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
