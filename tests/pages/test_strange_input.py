"""Whatever stands in an address, the answer is a calm page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .banks import full_bank
from .reading import parse, text_of

STRANGE = [
    "\0",
    "lib\0rarian",
    "\ud800",
    "'; DROP TABLE questions_role; --",
    '"><script>alert(1)</script>',
    "📚" * 50,
    "مكتبة عامة",
    "x" * 10_000,
    "\ufffe\ufdd0\x85\x1b",
    "% _ \\ *",
    "a " * 3_000,
]
PAGES = ["/", "/roles/", "/topics/", "/resources/", "/search/", "/about/"]


@pytest.mark.parametrize("number", ["0", "-1", "99999", "two", "1.5", "", "9" * 5_000, "\0", "٢"])
def test_a_page_number_that_makes_no_sense_gives_a_page(visitor: Client, number: str):
    bank = full_bank()
    things = (bank.role, bank.topic, bank.role.group, bank.role.group.field)
    for url in (*PAGES, *(thing.get_absolute_url() for thing in things), "/search/?q=librarian"):
        assert visitor.get(url, query_params={"page": number, "q": "librarian"}).status_code == 200


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_strange_words_in_every_filter_give_a_page(visitor: Client, text: str):
    bank = full_bank()
    text = text.encode("utf-8", "replace").decode()
    for url in (*PAGES, bank.role.get_absolute_url(), f"{bank.role.get_absolute_url()}{bank.topic.slug}/"):
        asked = dict.fromkeys(("q", "kind", "topic", "field", "page"), text)
        page = visitor.get(url, query_params=asked)
        assert page.status_code == 200
        assert parse(page).query("main script") == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_search_at_all_gives_a_page(visitor: Client, text: str):
    assert visitor.get("/search/", query_params={"q": text}).status_code == 200


@pytest.mark.parametrize("query", ["q=%ED%A0%80", "q=%FF%FE", "q=%00", "q&q&q", "q[]=1", "page=1&page=2", "%00=%00"])
def test_broken_query_strings_give_a_page(visitor: Client, query: str):
    assert visitor.get(f"/search/?{query}").status_code == 200


@pytest.mark.parametrize("path", ["/roles/%00/", "/roles/a%20b/", "/roles/%FF/", "/questions/0/", "/questions/" + "9" * 30 + "/"])
def test_strange_addresses_are_not_found(visitor: Client, path: str):
    assert visitor.get(path).status_code == 404


def test_an_over_long_query_is_cut_and_shown_so(visitor: Client):
    page = visitor.get("/search/", query_params={"q": "x" * 10_000})
    assert text_of(page, ".empty h2") == [f"Nothing found for “{'x' * 200}”"]
