"""What visitors notice at once, or nobody can undo, is asked about before it is done."""

import pytest
from django.http import HttpResponse
from django.test import Client

from questions.models import Message, Question
from questions.vocabulary import Status
from tests.factories import make_finished_question, make_question, make_report, make_suggestion
from tests.pages.reading import links_of, parse, text_of
from tests.staff import browser_of

from .test_actions import run, said

pytestmark = pytest.mark.django_db
QUESTIONS = "/admin/questions/question/"
MESSAGES = "/admin/questions/message/"


def yes_to(page: HttpResponse) -> dict[str, list[str]]:
    """What the button of the page that asks sends."""
    sent: dict[str, list[str]] = {}
    for field in parse(page).query("#content-main form input[name]"):
        sent.setdefault(field.attrs["name"], []).append(field.attrs["value"])
    return sent


@pytest.mark.parametrize(
    ("action", "title", "after"),
    [("retire", "Retire 2 questions?", Status.RETIRED), ("send_back", "Send 2 questions back to draft?", Status.DRAFT)],
)
def test_what_visitors_see_is_not_taken_off_without_asking(action: str, title: str, after: str):
    public, hidden = make_question(), make_question(status=Status.REVIEW)
    pat = browser_of("pat")
    page = run(pat, "question", action, public, hidden)
    assert text_of(page, "#content h1") == [title]
    assert list(links_of(page, "#content-main li a")) == [public.text]
    assert set(Question.objects.values_list("status", flat=True)) == {Status.PUBLISHED, Status.REVIEW}
    pat.post(QUESTIONS, yes_to(page))
    assert set(Question.objects.values_list("status", flat=True)) == {after}


def test_all_rows_under_a_filter_are_asked_about_and_nothing_else_goes():
    chosen = [make_question() for _ in range(3)]
    other = make_finished_question()
    pat, address = browser_of("pat"), f"{QUESTIONS}?status=published"
    page = pat.post(address, {"action": "retire", "_selected_action": chosen[0].pk, "select_across": 1})
    assert text_of(page, "#content h1") == ["Retire 3 questions?"]
    pat.post(address, yes_to(page))
    assert list(Question.objects.exclude(status=Status.RETIRED)) == [other]


def test_the_page_of_one_question_asks_as_well():
    question = make_question()
    address, pat = f"{QUESTIONS}{question.pk}/change/", browser_of("pat")
    page = pat.post(address, {"CHANGE_FORM-action": "retire", "_selected_action": question.pk})
    assert text_of(page, "#content h1") == ["Retire 1 question?"]
    pat.post(QUESTIONS, yes_to(page))
    assert Question.objects.get().status == Status.RETIRED


def test_what_no_visitor_sees_goes_without_asking():
    run(browser_of("pat"), "question", "retire", make_question(status=Status.DRAFT))
    assert Question.objects.get().status == Status.RETIRED


def test_who_may_not_take_anything_off_is_told_so_and_not_asked():
    page = run(browser_of("ed"), "question", "send_back", make_question())
    assert "needs somebody who may publish" in said(page)


def test_a_suggestion_with_a_contact_is_not_accepted_without_asking():
    message = make_suggestion(contact="maya@example.org")
    ed = browser_of("ed")
    page = run(ed, "message", "accept", message)
    assert text_of(page, "#content h1") == ["Accept 1 message from a visitor?"]
    assert links_of(page, "#content-main li a")["maya@example.org"] == "mailto:maya@example.org"
    assert Message.objects.get().contact == "maya@example.org"
    ed.post(MESSAGES, yes_to(page))
    assert Question.objects.get().text == message.text
    assert Message.objects.get().contact == ""


def test_reports_and_suggestions_without_a_contact_are_not_asked_about(editor: Client):
    run(editor, "message", "accept", make_suggestion(), make_report(contact="maya@example.org"))
    assert Question.objects.exists()
