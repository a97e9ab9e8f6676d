"""A visitor takes the offline pack home and prepares where there is no network."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, cast

import pytest
from playwright.sync_api import Page, expect

from tests.pages.banks import Bank

from .axe import OPEN_ALL, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def pack(bank: Bank, page: Page, tmp_path: Path) -> str:
    """The address on disk of a pack that was downloaded through the role's page without JavaScript."""
    page.goto(f"{bank.role.get_absolute_url()}take-away/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Offline pack").click()
    assert download.value.suggested_filename == "community-outreach-librarian.html"
    download.value.save_as(tmp_path / "pack.html")
    return (tmp_path / "pack.html").as_uri()


@pytest.fixture
def reader(pack: str, page: Page, scripts: bool) -> Iterator[Page]:
    """The pack opened from disk in a browser that reaches nobody, and may not even try."""
    assert page.context.browser
    context = page.context.browser.new_context(java_script_enabled=scripts, offline=True)
    context.set_default_timeout(10_000)
    reader = context.new_page()
    tried: list[str] = []
    refused: list[str] = []
    reader.on("request", lambda request: tried.append(request.url))
    reader.on("console", lambda message: refused.append(message.text))
    reader.goto(pack)
    yield reader
    assert [url for url in tried if not url.startswith(("file:", "data:"))] == []
    assert refused == []
    context.close()


@pytest.fixture
def scripts() -> bool:
    return True


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_is_found_by_its_topic_and_opens_with_its_guidance(reader: Page):
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.get_by_text("3 topics").click()
    reader.get_by_role("link", name="Community engagement").click()
    expect(reader.get_by_role("heading", name="Community engagement")).to_be_in_viewport()
    expect(reader.get_by_text("Who spoke up")).to_be_hidden()
    reader.get_by_text("Tell us about a time residents changed your mind.").click()
    expect(reader.get_by_text("Who spoke up")).to_be_visible()


def test_all_questions_open_and_close_at_once(reader: Page):
    reader.get_by_role("button", name="Open all").press("Enter")
    expect(reader.locator("details.question[open]")).to_have_count(3)
    reader.get_by_role("button", name="Close all").press("Enter")
    expect(reader.locator("details.question[open]")).to_have_count(0)


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_no_tool_is_shown_that_would_not_work(reader: Page):
    expect(reader.get_by_role("button")).to_have_count(0)


def test_the_print_has_the_guidance_of_every_question_and_none_of_the_tools(reader: Page):
    reader.emulate_media(media="print")
    expect(reader.get_by_text("Who spoke up")).to_be_visible()
    expect(reader.get_by_role("button", name="Print")).to_be_hidden()


def test_the_pack_has_no_fault_and_fits_its_screen_by_day_and_by_night(reader: Page):
    reader.evaluate(OPEN_ALL)
    for width, scheme in product((1280, 360), ("light", "dark")):
        reader.set_viewport_size({"width": width, "height": 800})
        reader.emulate_media(color_scheme=cast(Literal["light", "dark"], scheme))
        assert reader.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert violations(reader) == []
