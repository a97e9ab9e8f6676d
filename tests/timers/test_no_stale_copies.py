"""No copy outlives a time an editor set: not a browser's that asks for news, not a cache's that was told how long to keep it."""

import re
import time

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils.http import http_date, parse_http_date

from tests.caching.conftest import as_it_runs as as_it_runs

from .bank import FROM, JUST_AFTER_THE_END, JUST_BEFORE, addresses, scheduled_bank

LAST_SECOND = "2026-12-31 17:59:59 +0000"
TEN_MINUTES = 600
# Ten minutes before it begins, and before it ends.
SOON = ["2026-12-01 07:50 +0000", "2026-12-31 17:50 +0000"]
AGES = re.compile(r"(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=(\d+)")


@pytest.fixture
def pages(db: None) -> list[str]:
    """Every address on which the scheduled things may show, and those that count or list them."""
    with time_machine.travel("2026-11-24", tick=False):
        bank = scheduled_bank()
    return sorted({address for places in addresses(bank).values() for address in places} | {"/sitemap.xml", "/topics/"})


def said(page: HttpResponse) -> tuple[int, bytes]:
    return page.status_code, page.content


def validators(page: HttpResponse) -> list[dict[str, str]]:
    """What browsers and feed readers send with their next request: what the page gave, else the time they got it."""
    found = [{"If-Modified-Since": page.get("Last-Modified") or http_date(time.time())}]
    return found + ([{"If-None-Match": page["ETag"]}] if page.has_header("ETag") else [])


def kept_for(page: HttpResponse) -> int:
    """For how many seconds a cache may show the page without asking."""
    control = page.get("Cache-Control", "")
    if "no-store" in control or "no-cache" in control:
        return 0
    ages = [int(age) for age in AGES.findall(control)]
    expires = [parse_http_date(page["Expires"]) - int(time.time())] if page.has_header("Expires") and not ages else []
    return max([0, *ages, *expires, 10**9 if "immutable" in control else 0])


@pytest.mark.parametrize(("before", "after"), [(JUST_BEFORE, FROM), (LAST_SECOND, JUST_AFTER_THE_END)])
def test_asked_whether_it_is_still_so_a_page_answers_as_it_is_now(visitor: Client, pages: list[str], before: str, after: str):
    with time_machine.travel(before, tick=False):
        asked = {page: validators(visitor.get(page)) for page in pages}
    with time_machine.travel(after, tick=False):
        fresh = {page: said(visitor.get(page)) for page in pages}
        again = {page: [said(visitor.get(page, headers=headers)) for headers in asked[page]] for page in pages}
    assert [page for page in pages if set(again[page]) != {fresh[page]}] == []


@pytest.mark.parametrize("moment", SOON)
def test_no_cache_is_told_to_keep_a_page_past_the_next_time(visitor: Client, pages: list[str], moment: str):
    with time_machine.travel(moment, tick=False):
        kept = {page: kept_for(visitor.get(page)) for page in pages}
    assert [page for page, seconds in kept.items() if seconds > TEN_MINUTES] == []
