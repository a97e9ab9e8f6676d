"""The evening before an interview: a visitor prepares with the keyboard alone, without JavaScript and without an account."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.pages.banks import Bank

from .keys import tab_to

pytestmark = pytest.mark.browser
TITLE = "Community Outreach Librarian"


def open_role(page: Page) -> None:
    """From the first page, by another title of the role."""
    page.goto("/")
    tab_to(page, "Outreach Librarian")
    page.keyboard.type("engagement librarian")
    page.keyboard.press("Enter")
    tab_to(page, TITLE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_maya_opens_a_question_and_then_draws_a_mock_set(bank: Bank, page: Page):
    open_role(page)
    tab_to(page, "Tell us about a time")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Who spoke up")).to_be_visible()

    page.reload()
    tab_to(page, "Mock set")
    page.keyboard.press("Enter")
    expect(page.locator("details.question")).to_have_count(3)
    assert "seed=" in page.url


def test_maya_prints_the_sheet_on_one_page(bank: Bank, page: Page):
    open_role(page)
    tab_to(page, "Prep sheet")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kind of question")).to_be_visible()
    papers = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(papers) == 1
    words = " ".join(papers[0].extract_text().split())
    assert [text for text in ("residents changed your mind", "plan a route", "Why this library") if text not in words] == []


def test_maya_takes_the_pack_to_a_place_without_a_network(bank: Bank, page: Page, tmp_path: Path):
    open_role(page)
    tab_to(page, "Take it away")
    page.keyboard.press("Enter")
    tab_to(page, "Offline pack")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "pack.html")

    page.context.set_offline(True)
    page.goto((tmp_path / "pack.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    tab_to(page, "Tell us about a time")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Who spoke up")).to_be_visible()
