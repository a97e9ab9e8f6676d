"""A job seeker prints: nothing is torn apart, and every page says where it comes from and how old it is."""

import pytest
from playwright.sync_api import Page

from questions.models import Question, Role
from questions.vocabulary import Kind
from tests.factories import make_question, make_role, make_topic

from .paper import FORMATS, pages_of, print_out

pytestmark = pytest.mark.browser


@pytest.fixture
def six_stories(transactional_db: None) -> Role:
    role = make_role()
    for number in range(6):
        make_question(text=f"START{number} Tell us.", role=role, kind=Kind.BEHAVIORAL, section=make_topic(name="Teens"))
    return role


@pytest.fixture
def long_guidance(transactional_db: None) -> Role:
    """Questions with between three and eighteen points, and with their number in the first and in the last line."""
    role = make_role()
    for number in range(16):
        points = "\n".join(f"- Point {point} of the answer" for point in range(2 + number))
        make_question(text=f"START{number} What?", role=role, purpose="Why.", points=f"{points}\n- END{number}")
    return role


@pytest.fixture
def many_topics(transactional_db: None) -> Role:
    """Forty headings with a question each, of different lengths: some heading would stand last on a page."""
    role = make_role()
    for number in range(40):
        points = "\n".join(f"- Point {point}" for point in range(1 + number % 7))
        make_question(text=f"START{number} What?", role=role, section=make_topic(name=f"HEADING{number}"), points=points)
    return role


@pytest.fixture
def endless(transactional_db: None) -> Role:
    """A question whose guidance is longer than any page, after a short one."""
    role = make_role()
    make_question(text="START0 Short?", role=role, points="END0")
    points = "\n".join(f"- POINT{number}" for number in range(120))
    make_question(text="START1 Long?", role=role, points=f"{points}\n- END1")
    return role


@pytest.fixture
def many_picked(transactional_db: None) -> str:
    """The address of a sheet of as many questions with as long numbers as a sheet holds."""
    for number in range(200):
        make_question(pk=1_000_000 + number, text=f"START{number} What would you do first, and what after that?")
    return "/sheet/?q=" + ",".join(str(pk) for pk in Question.objects.order_by("pk").values_list("pk", flat=True))


@pytest.mark.parametrize("format", FORMATS)
def test_six_questions_with_lines_for_a_story_take_three_pages(six_stories: Role, page: Page, format: str):
    papers = print_out(page, f"{six_stories.get_absolute_url()}sheet/?lines=on", format)
    assert pages_of(papers, "START") == {0: 0, 1: 0, 2: 1, 3: 1, 4: 2, 5: 2}
    for part in ("Situation", "Task", "Action", "Result"):
        assert [paper.text.count(part) for paper in papers] == [2, 2, 2]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("looks", ["guidance=on", "guidance=on&lines=on", "guidance=on&large=on"])
def test_no_question_is_torn_apart(long_guidance: Role, page: Page, looks: str, format: str):
    papers = print_out(page, f"{long_guidance.get_absolute_url()}sheet/?{looks}", format)
    assert len(papers) > 3
    assert len(pages_of(papers, "START")) == 16
    assert pages_of(papers, "START") == pages_of(papers, "END")


def test_a_heading_stands_on_the_page_of_its_first_question(many_topics: Role, page: Page):
    papers = print_out(page, f"{many_topics.get_absolute_url()}sheet/?guidance=on")
    assert len(pages_of(papers, "HEADING")) == 40
    assert pages_of(papers, "HEADING") == pages_of(papers, "START")


def test_a_question_longer_than_a_page_goes_on_and_loses_nothing(endless: Role, page: Page):
    papers = print_out(page, f"{endless.get_absolute_url()}sheet/?guidance=on")
    assert sorted(pages_of(papers, "POINT")) == list(range(120))
    assert pages_of(papers, "START")[1] < pages_of(papers, "END")[1]


def test_every_page_has_its_number_the_address_and_the_date(six_stories: Role, page: Page):
    papers = print_out(page, f"{six_stories.get_absolute_url()}sheet/?lines=on")
    day = page.locator(".running-foot time").last.text_content()
    for number, paper in enumerate(papers, start=1):
        assert page.url in paper.run_together
        assert f"{day}" in paper.text
        assert f"{number} / {len(papers)}" in paper.text


@pytest.mark.parametrize("looks", ["", "&large=on"])
def test_the_foot_covers_nothing_however_long_the_address_is(many_picked: str, page: Page, looks: str):
    papers = print_out(page, many_picked + looks, "Letter")
    assert sorted(pages_of(papers, "START")) == list(range(200))
    for paper in papers:
        foot = paper.height_of("CC BY 4.0")
        lowest = min(height for text, height, _ in paper.runs if "would" in text)
        assert lowest > foot + 10


def test_two_hundred_picked_questions_have_their_whole_address_on_every_page(many_picked: str, page: Page):
    papers = print_out(page, many_picked)
    assert [paper.text for paper in papers if page.url not in paper.run_together] == []


def test_the_header_and_the_controls_stay_on_the_screen(six_stories: Role, page: Page):
    papers = print_out(page, f"{six_stories.get_absolute_url()}sheet/?lines=on")
    words = " ".join(paper.text for paper in papers)
    controls = ["Prepsite", "Skip to", "Search", "Home", "Large print", "Show", "ticked", "Tick the", "How to build", "Español"]
    assert [control for control in controls if control in words] == []


def test_large_print_is_eighteen_points_and_takes_more_pages(long_guidance: Role, page: Page):
    url = f"{long_guidance.get_absolute_url()}sheet/?guidance=on"
    usual, large = print_out(page, url), print_out(page, f"{url}&large=on")
    assert len(large) > len(usual)
    for word in ("START0", "Point 0", "Why.", "General", "What a good answer covers"):
        assert large[0].size_of(word) == pytest.approx(18, abs=0.1)
