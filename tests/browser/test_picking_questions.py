"""A job seeker ticks the questions to prepare, and gets a sheet of just those."""

import pytest
from playwright.sync_api import Page, expect

from questions.models import Role
from tests.factories import make_question, make_role

pytestmark = pytest.mark.browser


@pytest.fixture
def role(transactional_db: None) -> Role:
    role = make_role()
    for number in range(1, 13):
        make_question(text=f"Question number {number}?", role=role, purpose=f"Purpose {number}.")
    return role


@pytest.fixture
def java_script(request: pytest.FixtureRequest) -> bool:
    return getattr(request, "param", False)


def test_by_keyboard_alone_and_without_scripts(role: Role, page: Page):
    page.goto(f"{role.get_absolute_url()}sheet/")
    page.get_by_role("checkbox", name="Why it is asked").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Purpose 12.")).to_be_visible()

    for name in ("Question number 11?", "Question number 2?"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Sheet of the ticked questions").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".asks")).to_have_text(["Question number 2?", "Question number 11?"])
    expect(page.get_by_text("Purpose 11.")).to_be_visible()


def test_on_a_phone_the_button_stays_in_reach_and_hides_no_box(role: Role, page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{role.get_absolute_url()}sheet/")
    button = page.get_by_role("button", name="Sheet of the ticked questions")
    expect(button).to_be_in_viewport(ratio=1)
    box = page.get_by_role("checkbox", name="Question number 9?")
    box.focus()
    held, seen = button.bounding_box(), box.bounding_box()
    assert held
    assert seen
    assert seen["y"] + seen["height"] <= held["y"]


@pytest.mark.parametrize("java_script", [True], indirect=True)
def test_the_print_button_prints(role: Role, page: Page):
    page.add_init_script("window.print = () => { document.title = 'printing' }")
    page.goto(f"{role.get_absolute_url()}sheet/")
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page).to_have_title("printing")


def test_there_is_no_print_button_that_does_nothing(role: Role, page: Page):
    page.goto(f"{role.get_absolute_url()}sheet/")
    expect(page.get_by_role("button", name="Print", exact=True)).to_have_count(0)
