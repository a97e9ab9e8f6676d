"""Every public page, with little and with much on it, is sound HTML that a person can find their way through."""

from collections import Counter
from urllib.parse import urldefrag, urljoin

from django.test import Client
from justhtml import JustHTML

from questions.vocabulary import Status
from tests.factories import make_question, make_role

from .banks import EMPTY_PAGES, FORM_PAGES, all_pages, every_page, full_bank
from .reading import parse, text_of


def pages_of(visitor: Client) -> dict[str, str]:
    """Address to HTML of every page, among them those for what is gone."""
    retired = [make_role(title="Retired", status=Status.RETIRED), make_question(text="Retired?", status=Status.RETIRED)]
    urls = [*all_pages(full_bank()), *FORM_PAGES, *(thing.get_absolute_url() for thing in retired)]
    return {url: visitor.get(url).text for url in urls}


def faults_of(html: str) -> list[str]:
    document = JustHTML(html, sanitize=False, collect_errors=True)
    ids = Counter(element.attrs["id"] for element in document.query("[id]"))
    faults = [str(error) for error in document.errors]
    faults += [f"id {name} twice" for name, times in ids.items() if times > 1]
    faults += [f"{len(document.query('h1'))} h1"] if len(document.query("h1")) != 1 else []
    for label in document.query("[aria-labelledby]"):
        faults += [] if label.attrs["aria-labelledby"] in ids else [f"no {label.attrs['aria-labelledby']}"]
    return faults


def test_every_page_of_an_empty_bank_is_valid(visitor: Client):
    assert {url: faults_of(visitor.get(url).text) for url in EMPTY_PAGES} == {url: [] for url in EMPTY_PAGES}


def test_every_page_of_a_full_bank_is_valid(visitor: Client):
    pages = pages_of(visitor)
    assert {url: faults_of(html) for url, html in pages.items()} == {url: [] for url in pages}


def test_pages_have_titles_that_differ(visitor: Client):
    titles = Counter(text_of(visitor.get(url), "title")[0] for url in every_page(full_bank()))
    assert [title for title, times in titles.items() if times > 1] == []


def test_every_page_has_a_language_a_main_part_and_a_description(visitor: Client):
    for url in all_pages(full_bank()):
        document = parse(visitor.get(url))
        assert document.query("html")[0].attrs["lang"] == "en"
        assert len(document.query("main#main")) == 1
        assert len(document.query("meta[name=description]")[0].attrs["content"]) > 10


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(visitor: Client):
    pages = {url: visitor.get(url) for url in all_pages(full_bank())}
    targets = {urljoin(url, link.attrs["href"]) for url, page in pages.items() for link in parse(page).query("a[href]")}
    for target in sorted(target for target in targets if target.startswith("/")):
        url, place = urldefrag(target)
        page = visitor.get(url, follow=True)  # a mock set draws its seed and leads on
        assert page.status_code == (404 if url == "/nothing/" else 200), target
        assert not place or parse(page).query(f'[id="{place}"]'), target
