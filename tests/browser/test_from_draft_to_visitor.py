"""The whole way: Ann drafts, Ed looks at it, Pat publishes, a visitor reads it; then a change of what is public."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_role, make_topic

from .conftest import Sign
from .desk_steps import choose

pytestmark = pytest.mark.browser


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture(autouse=True)
def bookmobile(transactional_db: None) -> None:
    """One role and one topic."""
    make_role(title="Bookmobile Librarian", summary="Drives the library to people.")
    make_topic(name="Route planning")


def test_a_question_goes_from_draft_to_visitor_and_is_changed_there(sign_in: Sign):
    ann, ed, pat, visitor = (sign_in(name) for name in ("ann", "ed", "pat", "visitor"))

    ann.goto("/admin/questions/question/add/")
    ann.get_by_label("Text:").first.fill("How do you plan a route?")
    choose(ann, "topics", "Route")
    ann.get_by_label("Purpose:").fill("Shows whether they ask people first.")
    choose(ann, "role", "Bookmobile")
    ann.get_by_role("button", name="Save and send to review").click()
    expect(ann.locator(".messagelist")).to_contain_text("Sent to review: 1 question.")

    ed.goto("/admin/")
    ed.get_by_role("link", name="review").first.click()
    ed.get_by_role("link", name="How do you plan a route?").click()
    ed.get_by_label("Pitfalls:").fill("A plan without anybody asked.")
    ed.get_by_role("button", name="Save and continue editing").first.click()
    ed.get_by_role("link", name="History").click()
    ed.get_by_role("link", name="Compare with the one before").first.click()
    expect(ed.locator("ins").first).to_contain_text("A plan without anybody asked.")

    pat.goto("/admin/questions/question/?status=review")
    pat.get_by_role("link", name="How do you plan a route?").click()
    pat.get_by_role("button", name="Save and publish").click()
    expect(pat.locator(".messagelist")).to_contain_text("Published: 1 question.")
    visitor.goto("/roles/bookmobile-librarian/")
    expect(visitor.get_by_text("How do you plan a route?")).to_be_visible()

    ed.goto("/admin/questions/question/?status=published")
    ed.get_by_role("link", name="How do you plan a route?").click()
    ed.get_by_label("Text:").first.fill("How do you plan a bookmobile route?")
    ed.get_by_role("button", name="Save", exact=True).first.click()
    expect(ed.locator(".messagelist")).to_contain_text("waits for a publisher")
    visitor.reload()
    expect(visitor.get_by_text("How do you plan a route?")).to_be_visible()

    pat.goto("/admin/questions/revision/?state=pending")
    pat.get_by_role("link", name="Compare").first.click()
    pat.get_by_role("button", name="Accept and publish").click()
    visitor.reload()
    expect(visitor.get_by_text("How do you plan a bookmobile route?")).to_be_visible()


def test_keys_press_the_buttons_of_the_form(sign_in: Sign):
    pat = sign_in("pat")
    pat.goto("/admin/questions/question/add/")
    pat.get_by_label("Text:").first.fill("How do you plan a route?")
    pat.keyboard.press("Alt+Shift+KeyS")
    expect(pat.locator(".messagelist")).to_contain_text("You may edit it again below.")
    pat.keyboard.press("Alt+Shift+KeyP")
    expect(pat.locator(".messagelist")).to_contain_text("no role asks it")
