"""The open list of suggestions: readable by day and night, at a desk and on a phone, enlarged, and from right to left."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from .axe import faults_here
from .suggesting import bank_of_communities, box, chosen, open_list, options

pytestmark = [pytest.mark.browser, pytest.mark.looks]
# The list against its form, and whether the middle of every suggestion is what a finger there would meet.
FITS = """list => {
    const [inner, outer] = [list, list.closest("form")].map(element => element.getBoundingClientRect());
    return Math.abs(inner.left - outer.left) < 1 && Math.abs(inner.right - outer.right) < 1 && inner.top >= outer.bottom;
}"""
ON_TOP = """list => [...list.children].every(each => {
    each.scrollIntoView({ block: "center" });
    const { x, y, width, height } = each.getBoundingClientRect();
    return each.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})"""


@pytest.fixture
def bank(transactional_db: None) -> None:
    bank_of_communities()


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("url", "width"), [("/", 1280), ("/about/", 1280), ("/", 360), ("/search/?q=librarian", 360)])
def test_the_open_list_has_no_fault(bank: None, page: Page, url: str, width: int, scheme: Literal["light", "dark"]):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(url)
    box(page).fill("communi")
    expect(options(page)).to_have_count(3)
    box(page).press("ArrowDown")
    assert faults_here(page) == []
    heights = [rectangle["height"] for option in options(page).all() if (rectangle := option.bounding_box())]
    assert min(heights) >= 44


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(("url", "width", "height"), [("/", 1280, 800), ("/about/", 768, 800), ("/", 360, 640), ("/", 320, 256)])
def test_the_list_is_as_wide_as_the_form_and_nothing_covers_it(
    bank: None, page: Page, url: str, width: int, height: int, direction: str
):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(url)
    page.evaluate("direction => { document.documentElement.dir = direction }", direction)
    box(page).fill("communi")
    expect(options(page)).to_have_count(3)
    page_list = page.get_by_role("listbox")
    assert page_list.evaluate(FITS)
    assert page_list.evaluate(ON_TOP)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_choice_is_seen_with_forced_colours(bank: None, page: Page):
    page.emulate_media(forced_colors="active")
    open_list(page)
    box(page).press("ArrowDown")
    expect(chosen(page)).to_have_css("outline-style", "solid")
    expect(page.get_by_role("listbox")).to_have_css("border-top-style", "solid")


def test_what_is_chosen_scrolls_into_view(bank: None, page: Page):
    page.set_viewport_size({"width": 320, "height": 256})
    open_list(page)
    box(page).press("ArrowUp")
    expect(chosen(page)).to_be_in_viewport(ratio=0.95)
