"""What scripts add to a role's page: opening all questions at once, and copying the address of one."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.banks import Bank

pytestmark = pytest.mark.browser
REFUSES = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
HAS_NONE = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture
def java_script() -> bool:
    return True


def open_questions(page: Page) -> int:
    return page.locator("details.question[open]").count()


def test_all_questions_open_and_close_at_once(bank: Bank, page: Page):
    page.goto(bank.role.get_absolute_url())
    page.get_by_role("button", name="Open all").click()
    assert open_questions(page) == 3
    page.get_by_role("button", name="Close all").click()
    assert open_questions(page) == 0
    expect(page.get_by_role("button", name="Open all")).to_be_focused()


def test_the_button_says_what_it_would_do_after_readers_opened_the_questions_themselves(bank: Bank, page: Page):
    page.goto(bank.role.get_absolute_url())
    for summary in page.locator("details.question > summary").all():
        summary.click()
    expect(page.get_by_role("button", name="Close all")).to_be_visible()
    page.locator("details.question > summary").first.click()
    expect(page.get_by_role("button", name="Open all")).to_be_visible()


def test_nothing_is_remembered_about_what_was_open(bank: Bank, page: Page):
    page.goto(bank.role.get_absolute_url())
    page.get_by_role("button", name="Open all").click()
    page.reload()
    assert open_questions(page) == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_link_to_a_question_is_copied_and_politely_confirmed(bank: Bank, page: Page):
    page.context.grant_permissions(["clipboard-write"])
    page.goto(bank.role.get_absolute_url())
    here = page.url
    page.get_by_text(bank.question.text).click()
    page.get_by_role("link", name="Copy the link to this question").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.url == here
    # Pasted by keys, as a visitor does: a script may not read the clipboard here.
    search = page.locator("input[type=search]").first
    search.press("ControlOrMeta+V")
    assert search.input_value().endswith(f"/questions/{bank.question.pk}/")


def test_where_the_browser_refuses_to_copy_the_link_leads_to_the_question(bank: Bank, page: Page):
    page.add_init_script(REFUSES)
    page.goto(bank.role.get_absolute_url())
    page.get_by_text(bank.question.text).click()
    page.get_by_role("link", name="Copy the link to this question").click()
    page.wait_for_url(f"**/questions/{bank.question.pk}/")


def test_a_browser_without_a_clipboard_keeps_a_plain_link(bank: Bank, page: Page):
    page.add_init_script(HAS_NONE)
    page.goto(bank.role.get_absolute_url())
    page.get_by_text(bank.question.text).click()
    page.get_by_role("link", name="Link to this question").click()
    page.wait_for_url(f"**/questions/{bank.question.pk}/")


@pytest.mark.parametrize("java_script", [False])
def test_without_scripts_there_is_no_button_and_the_link_is_a_link(bank: Bank, page: Page):
    page.goto(bank.role.get_absolute_url())
    expect(page.get_by_role("heading", name="3 questions")).to_be_visible()
    expect(page.locator("[data-expand]")).to_be_hidden()
    page.get_by_text(bank.question.text).click()
    page.get_by_role("link", name="Link to this question").click()
    page.wait_for_url(f"**/questions/{bank.question.pk}/")
