"""What Noor's browser asks for while she types: little, once, and the newest answer counts, or none."""

import datetime as dt

import pytest
from playwright.sync_api import Page, Route, expect

from .suggesting import announced, bank_of_communities, box, open_list, options

pytestmark = pytest.mark.browser
ADDRESS = "**/search/suggest/**"


@pytest.fixture
def bank(transactional_db: None) -> None:
    bank_of_communities()


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def asked(page: Page) -> list[str]:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url.rpartition("?q=")[2]) if "/suggest/" in request.url else None)
    return seen


def answer_with(route: Route, name: str) -> None:
    one = {"name": name, "kind": "Role", "url": "/roles/", "detail": ""}
    route.fulfill(json={"suggestions": [one]})


def test_one_letter_asks_nothing_and_a_word_typed_at_once_asks_once(bank: None, page: Page, asked: list[str]):
    page.clock.install(time=dt.datetime(2026, 11, 25, 8))
    page.goto("/search/")
    page.clock.pause_at(dt.datetime(2026, 11, 25, 9))  # a slow machine takes a while between two keys
    box(page).press_sequentially("c ")
    page.clock.run_for(1000)
    assert asked == []
    box(page).fill("")
    box(page).press_sequentially("communi")
    page.clock.run_for(1000)
    expect(options(page)).to_have_count(3)
    assert asked == ["communi"]


def test_what_was_answered_is_not_asked_again(bank: None, page: Page, asked: list[str]):
    open_list(page)
    asked.clear()
    box(page).press("Escape")
    box(page).press("ArrowDown")
    expect(options(page)).to_have_count(3)
    assert asked == []


def test_the_newest_question_counts_however_late_the_older_is_answered(bank: None, page: Page):
    held: list[Route] = []
    page.route(
        ADDRESS, lambda route: held.append(route) if "=arch&" in f"{route.request.url}&" else answer_with(route, "Archivist")
    )
    page.goto("/search/")
    with page.expect_request(ADDRESS):
        box(page).press_sequentially("arch")
    box(page).press_sequentially("iv")
    expect(options(page)).to_contain_text(["Archivist"])
    answer_with(held[0], "Architect")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page).to_have_url("/roles/")


def test_names_are_shown_as_text_whatever_they_hold(bank: None, page: Page):
    page.route(ADDRESS, lambda route: answer_with(route, "<img src=x> & Sons"))
    page.goto("/search/")
    box(page).press_sequentially("img")
    expect(options(page)).to_contain_text(["<img src=x> & Sons"])


@pytest.mark.parametrize("fault", ["no network", "no sense"])
def test_without_an_answer_the_list_closes_and_the_form_still_searches(bank: None, page: Page, fault: str):
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    open_list(page)
    page.route(
        ADDRESS, lambda route: route.abort() if fault == "no network" else route.fulfill(status=500, body="<h1>Sorry</h1>")
    )
    box(page).press_sequentially("ty")
    expect(options(page)).to_have_count(0)
    expect(announced(page)).to_have_text("")
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=community")
    assert mistakes == []


def test_nothing_found_is_said_and_no_empty_list_is_shown(bank: None, page: Page):
    open_list(page)
    box(page).press_sequentially("zzz")
    expect(announced(page)).to_have_text("Suggestions: 0")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("listbox")).to_be_hidden()
