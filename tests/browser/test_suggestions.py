"""Noor types into the search box: roles and topics are suggested, by keys, mouse and thumb, and Enter means what she sees."""

import pytest
from playwright.sync_api import Page, expect

from .suggesting import announced, bank_of_communities, box, chosen, open_list, options

pytestmark = pytest.mark.browser
COMPOSING = """box => box.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }))"""


@pytest.fixture
def bank(transactional_db: None) -> None:
    bank_of_communities()


@pytest.fixture
def java_script() -> bool:
    return True


def test_roles_and_topics_are_suggested_and_the_arrows_choose_one(bank: None, page: Page):
    open_list(page)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(announced(page)).to_have_text("Suggestions: 3")
    box(page).press("ArrowDown")
    box(page).press("ArrowDown")
    expect(chosen(page)).to_contain_text("Community engagement")
    assert box(page).get_attribute("aria-activedescendant") == chosen(page).get_attribute("id")
    box(page).press("Enter")
    expect(page).to_have_url("/topics/community-engagement/")


def test_the_arrows_go_round_by_the_box_itself(bank: None, page: Page):
    open_list(page)
    box(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    expect(chosen(page)).to_have_count(0)
    assert box(page).get_attribute("aria-activedescendant") == ""


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_keys_that_move_in_the_text_give_the_choice_up(bank: None, page: Page, key: str):
    open_list(page)
    box(page).press("ArrowDown")
    expect(chosen(page)).to_have_count(1)
    box(page).press(key)
    expect(chosen(page)).to_have_count(0)
    assert box(page).evaluate("box => box.selectionStart") == (0 if key == "Home" else 6 if key == "ArrowLeft" else 7)
    expect(options(page)).to_have_count(3)


def test_enter_without_a_choice_searches(bank: None, page: Page):
    open_list(page)
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=communi")


def test_who_types_on_after_choosing_searches_what_is_written(bank: None, page: Page):
    open_list(page)
    box(page).press("ArrowDown")
    box(page).press_sequentially("ty ")
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=community+")


def test_enter_that_ends_a_composed_character_opens_nothing(bank: None, page: Page):
    open_list(page)
    box(page).press("ArrowDown")
    assert box(page).evaluate(COMPOSING) is True  # nobody prevented what the key does by itself
    expect(page).to_have_url("/search/")


def test_a_click_goes_to_the_page_and_with_ctrl_to_a_new_one(bank: None, page: Page):
    page.goto("/search/")
    box(page).press_sequentially("engagement sp")
    option = options(page).filter(has_text="Community Outreach Librarian")
    with page.context.expect_page() as opened:
        option.click(modifiers=["Control"])
    expect(opened.value).to_have_url("/roles/community-outreach-librarian/")
    expect(page).to_have_url("/search/")
    option.click()
    expect(page).to_have_url("/roles/community-outreach-librarian/")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_escape_and_leaving_close_the_list_and_keep_what_was_typed(bank: None, page: Page, key: str):
    open_list(page)
    box(page).press(key)
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("communi")


def test_a_second_escape_empties_the_box(bank: None, page: Page):
    open_list(page)
    box(page).press("Escape")
    box(page).press("Escape")
    expect(box(page)).to_have_value("")


def test_an_arrow_opens_the_list_again(bank: None, page: Page):
    open_list(page)
    box(page).press("Escape")
    box(page).press("ArrowDown")
    expect(options(page)).to_have_count(3)
    expect(chosen(page)).to_have_count(0)


def test_tab_leads_to_the_button_even_from_a_list_that_scrolls(bank: None, page: Page):
    page.set_viewport_size({"width": 360, "height": 200})
    open_list(page)
    assert page.get_by_role("listbox").evaluate("list => list.scrollHeight > list.clientHeight")
    box(page).press("Tab")
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_a_spanish_page_speaks_spanish_around_english_names(bank: None, page: Page):
    open_list(page, "/es/search/")
    expect(page.get_by_role("listbox", name="Sugerencias")).to_be_visible()
    expect(announced(page)).to_have_text("Sugerencias: 3")
    topic = options(page).filter(has_text="Tema")
    expect(topic.locator("[lang=en]")).to_have_text("Community engagement")
    expect(topic).to_have_attribute("href", "/es/topics/community-engagement/")


@pytest.mark.parametrize("java_script", [False])
def test_without_scripts_it_is_a_plain_search_box(bank: None, page: Page):
    page.goto("/about/")
    expect(box(page)).to_have_count(0)
    page.get_by_role("searchbox").fill("listen")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url("/search/?q=listen")
    expect(page.get_by_role("link", name="How do you listen to a community?")).to_be_visible()
