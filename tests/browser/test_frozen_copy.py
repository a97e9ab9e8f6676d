"""Somebody opens the site from a USB stick, in a browser that reaches nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.freeze.copies import freeze
from tests.pages.banks import Bank

pytestmark = pytest.mark.browser


@pytest.fixture
def stick(bank: Bank, tmp_path: Path) -> Path:
    return freeze(tmp_path / "stick")


@pytest.fixture
def reader(stick: Path, page: Page) -> Iterator[Page]:
    """The role's page, from disk; nothing it asks for is refused or comes from elsewhere."""
    assert page.context.browser
    context = page.context.browser.new_context(offline=True)
    context.set_default_timeout(10_000)
    reader = context.new_page()
    tried: list[str] = []
    faults: list[str] = []
    reader.on("request", lambda request: tried.append(request.url))
    reader.on("requestfailed", lambda request: faults.append(request.url))
    reader.on("console", lambda message: faults.append(message.text))
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.goto((stick / "roles" / "community-outreach-librarian" / "index.html").as_uri())
    yield reader
    assert [url for url in tried if not url.startswith(("file:", "data:"))] == []
    assert faults == []
    context.close()


def test_the_page_has_its_styles_and_its_links_lead_on(reader: Page):
    assert reader.evaluate("getComputedStyle(document.querySelector('.masthead')).display") == "flex"
    reader.get_by_role("link", name="Librarianship").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Librarianship")
    reader.get_by_role("link", name="Español").click()
    expect(reader.locator("html")).to_have_attribute("lang", "es")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Librarianship")


def test_questions_open_in_place_and_its_scripts_run(reader: Page):
    expect(reader.get_by_text("Who spoke up")).to_be_hidden()
    reader.get_by_role("button", name="Open all").click()
    expect(reader.get_by_text("Who spoke up")).to_be_visible()
    expect(reader.locator("details.question[open]")).to_have_count(3)


def test_nothing_asks_for_words_to_send(reader: Page):
    expect(reader.get_by_role("searchbox")).to_have_count(0)
    expect(reader.get_by_role("link", name="Report a problem")).to_have_count(0)
