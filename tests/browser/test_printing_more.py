"""What else comes out of the printer: empty boxes, black ink, the STAR page, questions to ask."""

import pytest
from playwright.sync_api import Page

from questions.models import Role
from questions.vocabulary import Kind
from tests.factories import make_question, make_role

from .paper import FORMATS, pages_of, print_out

pytestmark = pytest.mark.browser

INK = """() => [...document.querySelectorAll('.printed *')]
    .filter(element => element.checkVisibility() && element.innerText)
    .map(element => getComputedStyle(element).color)"""


@pytest.fixture
def java_script() -> bool:
    return True  # looking at computed styles is a script


@pytest.fixture
def to_ask(transactional_db: None) -> Role:
    role = make_role()
    for number in range(6):
        points = "\n".join(f"- Point {point}" for point in range(10 + number))
        make_question(text=f"START{number} What?", role=role, kind=Kind.TO_ASK, points=points, pitfalls=f"END{number}")
    return role


def test_from_a_dark_screen_it_is_black_on_white(to_ask: Role, page: Page):
    page.emulate_media(media="print", color_scheme="dark")
    for url in ("sheet/?guidance=on&lines=on", "ask/"):
        page.goto(to_ask.get_absolute_url() + url)
        assert set(page.evaluate(INK)) == {"rgb(0, 0, 0)"}
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_a_box_is_printed_empty_although_it_was_ticked(to_ask: Role, page: Page):
    page.goto(f"{to_ask.get_absolute_url()}sheet/")
    before = page.locator(".entry").first.screenshot()
    page.emulate_media(media="print")
    empty = page.locator(".entry").first.screenshot()
    page.locator(".entry input").first.check()
    assert page.locator(".entry").first.screenshot() == empty
    page.emulate_media(media="screen")
    assert page.locator(".entry").first.screenshot() != before


@pytest.mark.parametrize("format", FORMATS)
def test_the_star_page_ends_with_an_empty_sheet_on_a_page_of_its_own(page: Page, transactional_db: None, format: str):
    explained, empty = print_out(page, "/star/", format)
    assert "Two years ago our library" in explained.text
    assert "An empty sheet" not in explained.text
    for part in ("The question", "Situation", "Task", "Action", "Result", "What you"):
        assert part in empty.text
    assert page.url in empty.text


def test_questions_to_ask_are_printed_with_their_guidance_and_not_torn_apart(to_ask: Role, page: Page):
    papers = print_out(page, f"{to_ask.get_absolute_url()}ask/")
    assert len(papers) > 1
    assert sorted(pages_of(papers, "START")) == list(range(6))
    assert pages_of(papers, "START") == pages_of(papers, "END")
    assert [paper.text for paper in papers if page.url not in paper.text] == []
