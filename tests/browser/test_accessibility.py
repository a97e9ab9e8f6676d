"""axe finds nothing to say, on a phone and on a desk, by day and by night; and no page is wider than its screen."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from questions.vocabulary import Status
from tests.factories import make_role
from tests.pages.banks import EMPTY_PAGES, Bank, every_page
from tests.pages.long_text import make_long_role

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"


def faults_on(page: Page, url: str) -> list[str]:
    """What axe says of the page at ``url`` with everything on it unfolded, and whether it scrolls sideways."""
    page.goto(url)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options=RULES).response["violations"]
    faults = [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults + ([f"{wider} px too wide"] if wider > 0 else [])


@pytest.fixture
def java_script() -> bool:
    return True  # axe is a script


@pytest.fixture
def addresses(bank: Bank) -> list[str]:
    retired = make_role(title="Retired", status=Status.RETIRED)
    return [*every_page(bank), retired.get_absolute_url(), make_long_role().get_absolute_url()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_a_fault(addresses: list[str], page: Page, width: int, scheme: Literal["light", "dark"]):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    assert {url: faults_on(page, url) for url in addresses} == {url: [] for url in addresses}


def test_no_page_of_an_empty_bank_has_a_fault(page: Page):
    assert {url: faults_on(page, url) for url in EMPTY_PAGES} == {url: [] for url in EMPTY_PAGES}


def test_nothing_is_cut_off_on_a_very_small_screen(addresses: list[str], page: Page):
    page.set_viewport_size({"width": 320, "height": 256})
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert [url for url in addresses if page.goto(url) and page.evaluate(wide)] == []
