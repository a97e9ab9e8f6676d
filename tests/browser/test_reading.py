"""A visitor reads the bank with a keyboard and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.banks import Bank

from .keys import tab_to

pytestmark = pytest.mark.browser


def test_a_visitor_finds_a_role_opens_a_question_and_follows_a_topic_by_keyboard_alone(bank: Bank, page: Page):
    page.goto("/")
    tab_to(page, "Outreach Librarian")
    page.keyboard.type("engagement librarian")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")

    tab_to(page, "Community Outreach Librarian")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Community Outreach Librarian")

    tab_to(page, "Tell us about a time")
    expect(page.get_by_text("Who spoke up")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Who spoke up")).to_be_visible()

    tab_to(page, "Only this topic: Program planning")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Program planning")


def test_the_first_tab_stop_skips_to_the_content(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_placeholder("Outreach Librarian")).to_be_focused()


def test_on_a_phone_the_topics_unfold_and_lead_to_their_questions(bank: Bank, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(bank.role.get_absolute_url())
    contents = page.get_by_role("navigation", name="Topics of this role")
    expect(contents).to_be_hidden()
    page.get_by_text("3 topics").click()
    contents.get_by_role("link", name="Program planning").click()
    expect(page.get_by_role("heading", name="Program planning")).to_be_in_viewport()


def test_on_a_wide_screen_the_topics_stand_open_beside_the_questions(bank: Bank, page: Page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(bank.role.get_absolute_url())
    expect(page.get_by_role("navigation", name="Topics of this role").get_by_role("link")).to_have_count(3)
    expect(page.get_by_role("link", name="Program planning").first).to_be_in_viewport()


def test_a_link_to_a_question_within_the_page_opens_the_page_at_it(bank: Bank, page: Page):
    page.goto(f"{bank.role.get_absolute_url()}#q{bank.question.pk}")
    expect(page.get_by_text(bank.question.text)).to_be_in_viewport()
