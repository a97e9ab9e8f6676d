"""A page has one address per language, and looks right where people share it."""

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_script_prefix

from questions.vocabulary import Kind
from tests.factories import make_question, make_role

from .banks import FORM_PAGES, every_page, full_bank, practice_pages
from .reading import parse, text_of

SITE = "http://testserver"


def links_of(page: HttpResponse, rel: str) -> list[str]:
    """The addresses on this site that the head of a page gives as its ``rel``."""
    return [link.attrs["href"].removeprefix(SITE) for link in parse(page).query(f'head link[rel="{rel}"]')]


def languages_of(page: HttpResponse) -> dict[str, str]:
    return {link.attrs["hreflang"]: link.attrs["href"] for link in parse(page).query("head link[hreflang]")}


def shared(page: HttpResponse) -> dict[str, str]:
    """What Open Graph says, by name."""
    return {meta.attrs["property"]: meta.attrs["content"] for meta in parse(page).query('meta[property^="og:"]')}


@pytest.fixture
def pages(visitor: Client) -> dict[str, HttpResponse]:
    """Address to answer of every page, also those of a role that are for practice, and the forms."""
    bank = full_bank()
    urls = [*every_page(bank), *practice_pages(bank.role), "/star/", *(url for url in FORM_PAGES if "/es/" not in url)]
    return {url: visitor.get(url) for url in [*urls, *(f"/es{url}" for url in urls)]}


def test_a_page_is_for_search_engines_and_has_an_address_or_it_is_neither(pages: dict[str, HttpResponse]):
    for url, page in pages.items():
        hidden = len(parse(page).query('meta[name="robots"][content="noindex"]')) == 1
        assert (url, len(links_of(page, "canonical")), bool(languages_of(page)), bool(shared(page))) == (
            *(url, 0 if hidden else 1, not hidden, not hidden),
        )


def test_searches_forms_and_pages_that_are_not_there_are_not_for_search_engines(visitor: Client):
    for url in ("/search/", "/search/?q=van", "/nothing/", "/es/nothing/", "/report/", "/suggest/"):
        assert len(parse(visitor.get(url)).query('meta[name="robots"][content="noindex"]')) == 1


def test_the_address_of_a_page_is_its_path_alone(pages: dict[str, HttpResponse]):
    for url, page in pages.items():
        for canonical in links_of(page, "canonical"):
            assert canonical == url.partition("?")[0]


def test_a_later_page_has_an_address_of_its_own_unless_it_is_filtered(visitor: Client):
    role = make_role()
    for number in range(60):
        make_question(text=f"Question {number}?", role=role, kind=Kind.GENERAL)
    own = role.get_absolute_url()
    addresses = {"?page=2": "?page=2", "?page=1": "", "?page=two": "", "?page=99": "?page=2", "?kind=general&page=2": ""}
    for asked, address in addresses.items():
        assert links_of(visitor.get(f"{own}{asked}"), "canonical") == [f"{own}{address}"]


def test_the_languages_of_a_page_name_each_other(pages: dict[str, HttpResponse]):
    for url in (url for url in pages if f"/es{url}" in pages and languages_of(pages[url])):
        own, spanish = (f"{SITE}{links_of(pages[path], 'canonical')[0]}" for path in (url, f"/es{url}"))
        assert languages_of(pages[url]) == {"en": own, "x-default": own, "es": spanish}
        assert languages_of(pages[f"/es{url}"]) == languages_of(pages[url])


def test_what_is_shared_is_the_title_description_and_address_of_the_page(pages: dict[str, HttpResponse]):
    for page in pages.values():
        card = shared(page)
        if card:
            assert card["og:title"] == text_of(page, "title")[0]
            assert card["og:description"] == parse(page).query("meta[name=description]")[0].attrs["content"]
            assert card["og:url"] == f"{SITE}{links_of(page, 'canonical')[0]}"


@pytest.mark.parametrize("title", ['The "best" role', "R&D <b>lead</b>", "O'Brien's > all", "&amp; twice"])
def test_a_title_is_shared_as_it_was_written(visitor: Client, title: str):
    page = visitor.get(make_role(title=title, summary=f"{title}, in a word.").get_absolute_url())
    assert shared(page)["og:title"].startswith(f"{title} interview questions")
    assert text_of(page, "title")[0].startswith(f"{title} interview questions")
    assert shared(page)["og:description"] == f"{title}, in a word."


def test_an_address_in_another_script_is_written_for_machines(visitor: Client):
    role = make_role(title="أمين مكتبة")
    assert links_of(visitor.get(role.get_absolute_url()), "canonical") == [role.get_absolute_url()]
    assert role.get_absolute_url().isascii()


def test_the_pictures_of_a_page_are_there(visitor: Client):
    page = visitor.get("/")
    pictures = [shared(page)["og:image"].removeprefix(SITE), *links_of(page, "icon"), *links_of(page, "apple-touch-icon")]
    assert len(pictures) == 4
    assert [path for path in pictures if not finders.find(path.removeprefix("/static/"))] == []


def test_browsers_that_ask_for_the_icon_by_its_old_name_get_it(visitor: Client):
    assert visitor.get("/favicon.ico")["Location"] == "/static/favicon.ico"


def test_behind_a_path_of_another_site_every_language_keeps_that_path(visitor: Client):
    with override_script_prefix("/prep/"):
        page = visitor.get("/es/about/", SCRIPT_NAME="/prep")
    assert links_of(page, "canonical") == ["/prep/es/about/"]
    assert languages_of(page) == {
        "en": f"{SITE}/prep/about/",
        "x-default": f"{SITE}/prep/about/",
        "es": f"{SITE}/prep/es/about/",
    }
