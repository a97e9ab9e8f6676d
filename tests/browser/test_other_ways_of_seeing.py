"""Zoomed to 400 %, with forced colours, without motion: the pages stay usable."""

import pytest
from playwright.sync_api import Page

from .contents import CONTENTS, usual

pytestmark = [pytest.mark.browser, pytest.mark.looks]

MOVING = """() => {
    document.querySelectorAll('details').forEach(details => { details.open = true });
    const styles = [...document.querySelectorAll('*')].map(element => getComputedStyle(element));
    const lasting = style => Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration)) > 0.01;
    const gliding = styles.filter(style => lasting(style) || style.scrollBehavior === 'smooth');
    return gliding.length + document.getAnimations().length;
}"""
FOCUSED = """() => {
    const style = getComputedStyle(document.activeElement);
    return [document.activeElement.localName, style.outlineStyle, parseFloat(style.outlineWidth)];
}"""
SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(element => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
    .filter(element => element.getBoundingClientRect().height < 24 || element.getBoundingClientRect().width < 24)
    .filter(element => !element.closest('label') && element.type !== 'hidden' && !element.closest('[aria-hidden]'))
    .map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def addresses(transactional_db: None) -> list[str]:
    return usual()


@pytest.fixture
def all_addresses(request: pytest.FixtureRequest, transactional_db: None) -> list[str]:
    return CONTENTS[request.param]()


@pytest.fixture
def java_script() -> bool:
    return True  # looking at computed styles is a script


@pytest.mark.parametrize("all_addresses", CONTENTS, indirect=True)
def test_nothing_is_cut_off_at_four_hundred_percent(all_addresses: list[str], page: Page):
    # 1280 × 1024 at 400 %, as the success criterion on reflow has it.
    page.set_viewport_size({"width": 320, "height": 256})
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert [url for url in all_addresses if page.goto(url) and page.evaluate(wide)] == []


def test_nothing_moves_for_people_who_asked_for_stillness(addresses: list[str], page: Page):
    page.emulate_media(reduced_motion="reduce")
    assert {url: moving for url in addresses if page.goto(url) and (moving := page.evaluate(MOVING))} == {}


def test_the_focus_is_seen_with_forced_colours(addresses: list[str], page: Page):
    page.emulate_media(forced_colors="active")
    unseen = {}
    for url in addresses:
        page.goto(url)
        for _ in range(12):
            page.keyboard.press("Tab")
            name, style, width = page.evaluate(FOCUSED)
            if name != "body" and (style == "none" or width < 2):
                unseen[url] = name
    assert unseen == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_what_is_pressed_is_large_enough_for_a_thumb(addresses: list[str], page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    assert {url: small for url in addresses if page.goto(url) and (small := page.evaluate(SMALL))} == {}
