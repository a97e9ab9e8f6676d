"""A bank in which three names begin with “communi”, and the parts of a search box that suggests them."""

from playwright.sync_api import Locator, Page, expect

from tests.factories import make_question, make_role

TYPED = "communi"


def bank_of_communities() -> None:
    role = make_role(also_called=["Engagement Specialist"])
    make_role(title="Community Archivist")
    make_question(role=role, topics=["Community engagement"], text="How do you listen to a community?")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def chosen(page: Page) -> Locator:
    return page.locator("[aria-selected=true]")


def announced(page: Page) -> Locator:
    """What a screen reader is told. It is no status, which pages look for as their own."""
    return box(page).locator("xpath=..").locator("[aria-live=polite]")


def open_list(page: Page, url: str = "/search/") -> None:
    page.goto(url)
    box(page).press_sequentially(TYPED)
    expect(options(page)).to_have_count(3)
