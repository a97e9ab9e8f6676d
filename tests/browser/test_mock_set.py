"""A visitor practises with a mock set, with a keyboard and without JavaScript, and prints the sheet for a friend."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.practice.mock_roles import make_role_with_questions

from .test_reading import tab_to

pytestmark = pytest.mark.browser
ROLE = "/roles/community-outreach-librarian/"
LONG = "What you planned, who spoke up and where, what you changed, and what came of it in the end. " * 2
GUIDANCE = {
    "purpose": LONG,
    "points": f"- {LONG}\n- {LONG}\n- {LONG}",
    "pitfalls": LONG,
    "follow_ups": [LONG, "What had you done wrong?"],
    "benchmarks": {"entry": LONG, "mid": LONG, "senior": LONG},
}


@pytest.fixture
def role(transactional_db: None) -> None:
    make_role_with_questions(20, **GUIDANCE)


def test_a_visitor_draws_a_set_goes_through_it_and_opens_the_interviewer_sheet_by_keyboard_alone(role: None, page: Page):
    page.goto(f"{ROLE}mock/")
    expect(page.locator(".turns > li")).to_have_count(6)
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    questions = page.locator(".asks").all_inner_texts()

    tab_to(page, "One at a time")
    page.keyboard.press("Enter")
    for number, question in enumerate(questions, start=1):
        expect(page.get_by_text(f"Question {number} of 6")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text(question)
        expect(page.get_by_text("Why it is asked")).to_be_hidden()
        tab_to(page, "Guidance for your answer")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Why it is asked")).to_be_visible()
        if number < 6:
            tab_to(page, "Next question")
            page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Then it is your turn to ask")).to_be_visible()

    tab_to(page, "Sheet for an interviewer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How to run it")).to_be_visible()
    for number, question in enumerate(questions, start=1):
        expect(page.get_by_role("heading", name=f"{number}. {question}", exact=True)).to_be_visible()


def test_a_friend_rates_an_answer_on_the_screen(role: None, page: Page):
    page.goto(f"{ROLE}interviewer/?n=6&seed=library&level=mid")
    first = page.get_by_role("region").filter(has=page.get_by_role("heading", name="1. Question"))
    first.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    first.get_by_label("Notes").fill("Named the stop and the date.")
    good = first.get_by_role("radio", name="4 Good for this level Mid What you planned")
    good.focus()
    page.keyboard.press("Space")
    expect(first.get_by_role("checkbox").first).to_be_checked()
    expect(good).to_be_checked()
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_question_of_the_printed_sheet_is_split(role: None, page: Page, paper: str):
    page.goto(f"{ROLE}interviewer/?n=6&seed=library")
    pages = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format=paper))).pages]
    assert len(pages) > 2
    for number in range(1, 7):
        (here,) = [text for text in pages if f"{number}. Question" in text]
        question = here.split(f"{number}. Question")[1].split(f"{number + 1}. Question")[0]
        assert "Why it is asked" in question
        assert "What marks it down" in question
        assert "All that a good answer covers, and more" in question


def test_the_timer_and_the_ways_on_are_not_printed(role: None, page: Page):
    page.emulate_media(media="print")
    page.goto(f"{ROLE}mock/?n=6&seed=library")
    expect(page.get_by_role("link", name="Another set")).to_be_hidden()
    expect(page.get_by_role("timer")).to_be_hidden()
