"""Working off a queue by keys, and what is typed on the way."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from questions.models import Message, Question, Revision
from questions.vocabulary import Status
from tests.factories import make_finished_question, make_question, make_report
from tests.revisions.edits import edit
from tests.staff import person
from tests.workflow.crafting import page_of

from .conftest import Sign

pytestmark = pytest.mark.browser


@pytest.fixture
def java_script() -> bool:
    return True


@pytest.fixture
def waiting(transactional_db: None) -> list[Question]:
    """Three questions in review."""
    texts = ("How do you plan a route?", "What do you do on Monday?", "Who drives?")
    return [make_finished_question(text=text, status=Status.REVIEW) for text in texts]


def test_one_question_after_the_other_is_published(waiting: list[Question], sign_in: Sign):
    pat = sign_in("pat")
    pat.goto(page_of(waiting[0]))
    for question, left in zip(waiting, (2, 1, 0), strict=True):
        expect(pat.get_by_label("Text:").first).to_have_value(question.text)
        pat.keyboard.press("Alt+Shift+KeyP")
        expect(pat.locator(".messagelist")).to_contain_text("Published: 1 question.")
        expect(pat.locator(".messagelist a[rel=next]")).to_have_count(1 if left else 0)
        if left:
            pat.keyboard.press("Alt+Shift+KeyN")


@pytest.fixture
def draft(transactional_db: None) -> Question:
    return make_finished_question(text="How do you plan a route?", created_by=person("ann"))


def test_a_draft_goes_to_review(draft: Question, sign_in: Sign):
    ann = sign_in("ann")
    ann.goto(page_of(draft))
    ann.keyboard.press("Alt+Shift+KeyR")
    expect(ann.locator(".messagelist")).to_contain_text("Sent to review: 1 question.")


@pytest.fixture
def pending(transactional_db: None) -> list[Revision]:
    """Two changes of Ed's."""
    public = [make_question(text=text) for text in ("How do you plan a route?", "Who drives?")]
    return [edit(question, by=person("ed"), purpose="To see a plan.") for question in public]


def test_one_pending_revision_after_the_other_is_accepted(pending: list[Revision], sign_in: Sign):
    pat = sign_in("pat")
    pat.goto(f"/admin/questions/revision/{pending[0].pk}/compare/")
    for last in (False, True):
        pat.keyboard.press("Alt+Shift+KeyP")
        expect(pat.locator(".messagelist")).to_contain_text("accepted.")
        expect(pat.locator("a[rel=next]")).to_have_count(0 if last else 1)
        if not last:
            pat.keyboard.press("Alt+Shift+KeyN")
            expect(pat.locator(".decide")).to_be_visible()


@pytest.fixture
def reports(transactional_db: None) -> list[Message]:
    return [make_report(text=text) for text in ("It is out of date.", "It is wrong.")]


def test_the_next_message_is_a_key_away(reports: list[Message], sign_in: Sign):
    ed = sign_in("ed")
    ed.goto(page_of(reports[0]))
    ed.keyboard.press("Alt+Shift+KeyN")
    expect(ed.locator(".field-text")).to_contain_text("It is wrong.")
    ed.keyboard.press("Alt+Shift+KeyN")
    expect(ed.locator(".field-text")).to_contain_text("It is out of date.")


def staying(page: Page) -> list[str]:
    """What ``page`` asks from now on; its answer is to stay."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return asked


def test_what_was_typed_is_not_left_without_asking(waiting: list[Question], sign_in: Sign):
    pat = sign_in("pat")
    pat.goto(page_of(waiting[0]))
    asked = staying(pat)
    pat.get_by_label("Pitfalls:").fill("A plan nobody asked for.")
    with pat.expect_event("dialog"):
        pat.keyboard.press("Alt+Shift+KeyN")
    expect(pat.get_by_label("Pitfalls:")).to_have_value("A plan nobody asked for.")
    pat.keyboard.press("Alt+Shift+KeyS")
    expect(pat.locator(".messagelist")).to_contain_text("changed successfully")
    pat.keyboard.press("Alt+Shift+KeyN")
    expect(pat.get_by_label("Text:").first).to_have_value("What do you do on Monday?")
    assert asked == ["beforeunload"]


def test_an_action_asks_before_it_loses_what_was_typed(waiting: list[Question], sign_in: Sign):
    pat = sign_in("pat")
    pat.goto(page_of(waiting[0]))
    asked = staying(pat)
    run_publish(pat)
    expect(pat.locator(".messagelist")).to_contain_text("Published: 1 question.")
    assert asked == []
    pat.get_by_label("Pitfalls:").fill("A plan nobody asked for.")
    run_publish(pat)
    expect(pat.get_by_label("Pitfalls:")).to_have_value("A plan nobody asked for.")
    assert asked == ["beforeunload"]


def run_publish(page: Page) -> None:
    page.locator("select[name$=-action]").select_option("publish")
    page.get_by_role("button", name="Run").click()
