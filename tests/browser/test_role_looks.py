"""How the role's page looks where a picture of it would not tell: on paper, with forced colours, and how long its lines are."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_question, make_role
from tests.pages.banks import Bank

pytestmark = pytest.mark.browser
SENTENCE = "Expect a panel of two to four people, who ask everyone the same questions in the same order. "
LONGEST_LINE = """paragraph => {
    const letters = document.createRange();
    const text = paragraph.firstChild;
    const lines = new Map();
    for (let place = 0; place < text.length; place++) {
        letters.setStart(text, place);
        letters.setEnd(text, place + 1);
        const line = Math.round(letters.getBoundingClientRect().bottom);
        lines.set(line, (lines.get(line) ?? 0) + 1);
    }
    return Math.max(...lines.values());
}"""


@pytest.fixture
def java_script() -> bool:
    return True  # measuring is a script


@pytest.fixture
def wordy(transactional_db: None) -> str:
    role = make_role(interview=SENTENCE * 12)
    make_question(role=role, purpose=SENTENCE * 12)
    return role.get_absolute_url()


def test_on_paper_every_question_is_unfolded_and_nothing_is_left_to_press(bank: Bank, page: Page):
    page.goto(bank.role.get_absolute_url())
    expect(page.get_by_text("Who spoke up")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("Who spoke up")).to_be_visible()
    for pressed in (".menu", ".practise", ".contents", ".chips", ".minor", "details .quiet"):
        expect(page.locator(pressed).first).to_be_hidden()


def test_with_forced_colours_the_bars_have_the_colour_of_their_links(bank: Bank, page: Page):
    page.emulate_media(forced_colors="active")
    page.goto(bank.role.get_absolute_url())
    bars = page.locator(".chips a:not([aria-current]) rect")
    fills = bars.evaluate_all("bars => bars.map(bar => [getComputedStyle(bar).fill, getComputedStyle(bar.closest('a')).color])")
    assert fills
    assert [fill for fill, colour in fills if fill != colour] == []


@pytest.mark.parametrize("where", [".prose p", ".guidance p"])
def test_lines_are_as_long_as_an_eye_finds_its_way_back_through(wordy: str, page: Page, where: str):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(wordy)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    longest = page.locator(where).first.evaluate(LONGEST_LINE)
    assert 55 <= longest <= 80  # 60 to 75 on average
