"""The practice timer, with a clock that the test winds."""

import pytest
from playwright.sync_api import Page, expect

from tests.practice.mock_roles import make_role_with_questions

pytestmark = pytest.mark.browser
MOCK = "/roles/community-outreach-librarian/mock/?n=6&seed=library"
FIRST = f"{MOCK}&view=one&at=1"  # a question of two minutes
SPOKEN = """() => {
    window.spoken = [];
    const heard = new MutationObserver(() => window.spoken.push(document.querySelector('[role=status]').textContent));
    heard.observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def role(transactional_db: None) -> None:
    make_role_with_questions(20)


@pytest.fixture
def timed(role: None, page: Page) -> Page:
    """A browser whose clock stands still until the test lets time pass."""
    page.clock.install(time="2026-11-23T18:00:00Z")
    page.clock.pause_at("2026-11-23T18:00:10Z")
    return page


def test_it_counts_the_minutes_of_the_question_down(timed: Page):
    timed.goto(FIRST)
    clock = timed.get_by_role("timer", name="Time left")
    expect(clock).to_have_text("2:00")
    timed.clock.run_for(5_000)
    expect(clock).to_have_text("2:00")
    timed.get_by_role("button", name="Start").click()
    timed.clock.run_for(61_000)
    expect(clock).to_have_text("0:59")


def test_on_one_page_it_has_the_minutes_of_the_whole_set(timed: Page):
    timed.goto(MOCK)
    expect(timed.get_by_role("timer")).to_have_text("16:00")
    timed.get_by_role("button", name="Start").click()
    timed.clock.run_for(1_000)
    expect(timed.get_by_role("timer")).to_have_text("15:59")


def test_it_can_be_paused_gone_on_with_and_reset(timed: Page):
    timed.goto(FIRST)
    clock = timed.get_by_role("timer")
    timed.get_by_role("button", name="Start").press("Enter")
    timed.clock.run_for(30_000)
    timed.get_by_role("button", name="Pause").press("Enter")
    timed.clock.run_for(60_000)
    expect(clock).to_have_text("1:30")
    timed.get_by_role("button", name="Go on").press("Enter")
    timed.clock.run_for(30_000)
    expect(clock).to_have_text("1:00")
    timed.get_by_role("button", name="Reset").press("Enter")
    timed.clock.run_for(5_000)
    expect(clock).to_have_text("2:00")
    expect(timed.get_by_role("button", name="Start")).to_be_visible()


def test_it_goes_on_calmly_past_the_time_and_says_so_once(timed: Page):
    timed.goto(FIRST)
    timed.evaluate(SPOKEN)
    timed.get_by_role("button", name="Start").click()
    timed.clock.run_for(119_000)
    expect(timed.get_by_role("timer")).to_have_text("0:01")
    assert timed.evaluate("window.spoken") == []
    timed.clock.run_for(16_000)
    expect(timed.get_by_role("timer")).to_have_text("+0:15")
    expect(timed.get_by_role("status")).to_have_text("Time is up. Take a moment to finish.")
    assert timed.evaluate("window.spoken") == ["Time is up. Take a moment to finish."]
    timed.get_by_role("button", name="Reset").click()
    expect(timed.get_by_role("status")).to_have_text("")


def test_a_phone_that_slept_shows_the_right_time_when_it_wakes(timed: Page):
    timed.goto(FIRST)
    timed.get_by_role("button", name="Start").click()
    timed.clock.fast_forward(90_000)
    timed.clock.run_for(1_000)
    expect(timed.get_by_role("timer")).to_have_text("0:29")


def test_the_pressed_button_keeps_the_focus(timed: Page):
    timed.goto(FIRST)
    timed.get_by_role("button", name="Start").press("Space")
    expect(timed.get_by_role("button", name="Pause")).to_be_focused()
