"""What crawlers may fetch: every page of the sitemap, and nothing that has no end."""

import re

import pytest
from django.test import Client

from .banks import FORM_PAGES, full_bank, practice_pages


def lines_of(visitor: Client, name: str) -> list[str]:
    answer = visitor.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = (line.partition(":") for line in answer.text.splitlines() if not line.startswith("#"))
    return [value.strip() for field, _, value in fields if field == name]


def refused(visitor: Client, path: str) -> bool:
    """As RFC 9309 reads the lines: a rule is the beginning of a path, with ``*`` for anything."""
    rules = [".*".join(map(re.escape, rule.split("*"))) for rule in lines_of(visitor, "Disallow")]
    return any(re.match(rule, path) for rule in rules)


def test_the_sitemap_is_named_with_its_whole_address(visitor: Client):
    assert lines_of(visitor, "Sitemap") == ["http://testserver/sitemap.xml"]
    assert lines_of(visitor, "User-agent") == ["*"]


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_what_has_no_end_is_refused_in_every_language(visitor: Client, prefix: str):
    bank = full_bank()
    own = bank.role.get_absolute_url()
    endless = ["/search/?q=librarian", "/sheet/?q=1,2", f"{bank.topic.get_absolute_url()}sheet/", "/report/thanks/"]
    endless += [
        "/preview/x/",
        f"{own}vs/archivist/",
        f"{own}take-away/json/",
        *(url for url in practice_pages(bank.role) if "/ask/" not in url),
    ]
    endless += [page for page in FORM_PAGES if not page.startswith("/es/")]
    assert [path for path in endless if not refused(visitor, f"{prefix}{path}")] == []


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_pages_for_reading_are_allowed_in_every_language(visitor: Client, prefix: str):
    bank = full_bank()
    things = [bank.role, bank.role.group, bank.role.group.field, bank.topic, bank.question]
    pages = [thing.get_absolute_url() for thing in things]
    pages += ["/", "/roles/?page=2", "/topics/", "/star/", "/feed/", f"{pages[0]}community-engagement/", f"{pages[0]}ask/"]
    assert [path for path in [*pages, "/static/css/site.css"] if refused(visitor, f"{prefix}{path}")] == []


def test_the_admin_is_refused(visitor: Client):
    assert refused(visitor, "/admin/login/")
