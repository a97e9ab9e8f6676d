"""Noor types into the search box on her phone: roles and topics are suggested, and nothing is lost without scripts."""

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories import make_question, make_role

from .axe import faults_here

pytestmark = pytest.mark.browser


@pytest.fixture
def bank(transactional_db: None) -> None:
    role = make_role(also_called=["Engagement Specialist"])
    make_role(title="Community Archivist")
    make_question(role=role, topics=["Community engagement"], text="How do you listen to a community?")


@pytest.fixture
def java_script() -> bool:
    return True


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def test_roles_and_topics_are_suggested_and_the_arrows_choose_one(bank: None, page: Page):
    page.goto("/search/")
    box(page).press_sequentially("communi")
    expect(options(page)).to_have_count(3)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Suggestions")).to_have_text("Suggestions: 3")
    box(page).press("ArrowDown")
    box(page).press("ArrowDown")
    chosen = page.locator("[aria-selected=true]")
    expect(chosen).to_contain_text("Community engagement")
    assert box(page).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    box(page).press("Enter")
    expect(page).to_have_url("/topics/community-engagement/")


def test_the_arrows_go_round_by_the_box_itself(bank: None, page: Page):
    page.goto("/search/")
    box(page).press_sequentially("communi")
    expect(options(page)).to_have_count(3)
    box(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert box(page).get_attribute("aria-activedescendant") == ""


def test_enter_without_a_choice_searches(bank: None, page: Page):
    page.goto("/search/")
    box(page).press_sequentially("listen")
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=listen")
    expect(page.get_by_role("link", name="How do you listen to a community?")).to_be_visible()


def test_a_tap_goes_to_the_page(bank: None, page: Page):
    page.goto("/search/")
    box(page).press_sequentially("engagement sp")
    options(page).filter(has_text="Community Outreach Librarian").click()
    expect(page).to_have_url("/roles/community-outreach-librarian/")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_escape_and_leaving_close_the_list_and_keep_what_was_typed(bank: None, page: Page, key: str):
    page.goto("/search/")
    box(page).press_sequentially("communi")
    expect(options(page)).to_have_count(3)
    box(page).press(key)
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("communi")


def test_without_an_answer_the_form_still_searches(bank: None, page: Page):
    page.route("**/search/suggest/**", lambda route: route.abort())
    page.goto("/search/")
    box(page).press_sequentially("listen")
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=listen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_open_list_has_no_fault(bank: None, page: Page, width: int, scheme: Literal["light", "dark"]):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    field = page.get_by_role("combobox").last
    field.press_sequentially("communi")
    expect(options(page)).to_have_count(3)
    field.press("ArrowDown")
    assert faults_here(page) == []
    heights = [box["height"] for option in options(page).all() if (box := option.bounding_box())]
    assert min(heights) >= 44
