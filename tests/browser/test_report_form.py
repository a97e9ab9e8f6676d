"""A visitor writes to the editors by keyboard alone, without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.banks import Bank

pytestmark = pytest.mark.browser


def test_a_visitor_corrects_a_report_and_sends_it_by_keyboard_alone(bank: Bank, page: Page):
    page.goto(f"/report/?question={bank.question.pk}")
    page.get_by_label("Out of date").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Hard to understand")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("ada@library.example")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("What should the editors know?")).to_be_focused()
    page.keyboard.type("What is a route?")
    page.keyboard.press("Tab")
    expect(page.get_by_label("E-mail address or name")).to_have_value("ada@library.example")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


def test_the_tab_key_passes_over_the_field_for_programs(bank: Bank, page: Page):
    page.goto("/suggest/")
    reached = []
    page.get_by_label("The question").focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.locator(":focus").get_attribute("name") or page.locator(":focus").inner_text())
    assert reached == ["role_name", "guidance", "thanks", "licensed", "Send the suggestion"]
    expect(page.locator("[name=website]")).to_have_css("position", "static")
    box = page.locator("p:has([name=website])").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1, 1)


@pytest.mark.parametrize("url", ["/report/", "/suggest/"])
def test_the_form_with_errors_does_not_scroll_sideways_on_a_phone(page: Page, url: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(url)
    page.get_by_role("button", name="Send the").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
