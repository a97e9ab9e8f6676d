"""Publish, send back, retire, mark as reviewed: from the list and from the page of one thing."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client

from questions.editorial import publishing
from questions.models import Question, ResourceLink
from questions.vocabulary import Status
from tests.factories import make_finished_question, make_link, make_question, make_role


def run(editor: Client, model: str, action: str, *things: object, across: bool = False, **more: str) -> HttpResponse:
    chosen = {"action": action, "_selected_action": [thing.pk for thing in things], "select_across": int(across)} | more
    return editor.post(f"/admin/questions/{model}/", chosen)


def said(page: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(page.wsgi_request))


@pytest.mark.parametrize(
    ("action", "before", "after", "done"),
    [
        ("publish", Status.DRAFT, Status.PUBLISHED, "Published"),
        ("send_back", Status.PUBLISHED, Status.DRAFT, "Sent back to draft"),
        ("retire", Status.PUBLISHED, Status.RETIRED, "Retired"),
    ],
)
def test_a_status_is_changed_for_all_that_are_chosen(editor: Client, action: str, before: str, after: str, done: str):
    statuses = (before, after, before)
    questions = [make_finished_question(status=status) for status in statuses]
    roles = [make_role(title=f"Librarian {number}", summary="Reads.", status=status) for number, status in enumerate(statuses)]
    for role in roles:
        make_question(role=role)
    links = [make_link(topics=["Budgets"], status=status) for status in statuses]
    for model, things in (("question", questions), ("role", roles), ("resourcelink", links)):
        page = run(editor, model, action, *things, apply="yes")
        assert {type(thing).objects.get(pk=thing.pk).status for thing in things} == {after}
        assert said(page).startswith(f"{done}: 2 ")
        assert said(page).endswith("1 had it already.")


def test_what_is_not_chosen_stays(editor: Client):
    chosen, other = make_finished_question(), make_finished_question()
    run(editor, "question", "publish", chosen)
    chosen.refresh_from_db()
    other.refresh_from_db()
    assert chosen.status == Status.PUBLISHED
    assert other.status == Status.DRAFT


def test_all_rows_under_a_filter_are_changed_together(editor: Client):
    drafts = [make_finished_question() for _ in range(3)]
    retired = make_question(status=Status.RETIRED)
    chosen = {"action": "publish", "_selected_action": [drafts[0].pk], "select_across": 1}
    editor.post("/admin/questions/question/?status=draft", chosen)
    assert Question.objects.published().count() == 3
    retired.refresh_from_db()
    assert retired.status == Status.RETIRED


def test_too_many_at_once_change_nothing(editor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.actions.MOST_AT_ONCE", 2)
    questions = [make_question(status=Status.DRAFT) for _ in range(3)]
    page = run(editor, "question", "publish", *questions)
    assert "Nothing changed: 3 questions chosen, at most 2 go at once." in said(page)
    assert not Question.objects.published().exists()


@time_machine.travel("2026-11-23 12:00 +0000")
def test_marking_as_reviewed_sets_the_day_and_the_name(editor: Client):
    User.objects.filter(username="erin").update(first_name="Erin", last_name="Reader")
    question, role = make_question(), make_role()
    assert said(run(editor, "question", "mark_reviewed", question)) == "Marked as reviewed today: 1 question."
    run(editor, "role", "mark_reviewed", role)
    for thing in (question, role):
        thing.refresh_from_db()
        assert (thing.reviewed_on, thing.reviewed_by) == (dt.date(2026, 11, 23), "Erin Reader")


@pytest.mark.parametrize(("first", "last", "shown"), [("", "", "erin"), ("E" * 150, "R" * 150, "E" * 120)])
def test_the_reviewer_without_a_name_or_with_a_long_one(db: None, first: str, last: str, shown: str):
    erin = User.objects.create(username="erin", is_superuser=True, first_name=first, last_name=last)
    question = make_question()
    assert publishing.mark_reviewed([question], by=erin, on=dt.date(2026, 1, 2)).done == [question]
    question.refresh_from_db()
    assert (question.reviewed_on, question.reviewed_by) == (dt.date(2026, 1, 2), shown)


def test_links_have_no_review(editor: Client):
    page = editor.get("/admin/questions/resourcelink/").content.decode()
    assert "reviewed today" not in page


def test_a_page_of_one_thing_offers_the_same(editor: Client):
    question = make_finished_question()
    address = f"/admin/questions/question/{question.pk}/change/"
    prefix = editor.get(address).context["action_form"].prefix
    chosen = {f"{prefix}-action": "publish", "_selected_action": [question.pk], f"{prefix}-select_across": 0}
    editor.post(address, chosen)
    question.refresh_from_db()
    assert question.status == Status.PUBLISHED


def test_each_change_stands_in_the_history_with_its_editor(editor: Client):
    draft, public = make_finished_question(), make_question()
    run(editor, "question", "publish", draft, public)
    entry = LogEntry.objects.get()
    assert (entry.object_id, entry.change_message, entry.user.username) == (str(draft.pk), "Published.", "erin")


def test_publishing_nothing_is_no_error(db: None):
    assert publishing.publish([]) == publishing.retire(Question.objects.none()) == publishing.Outcome()


def test_publishing_goes_through_more_than_one_batch(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(publishing, "BATCH", 2)
    for _ in range(5):
        make_link(topics=["Budgets"], status=Status.DRAFT)
    assert len(publishing.publish(ResourceLink.objects.filter(status=Status.DRAFT)).done) == 5
    assert ResourceLink.objects.published().count() == 5


def test_publishing_leaves_what_a_colleague_wrote_in_the_meantime(db: None):
    question = make_finished_question()
    Question.objects.filter(pk=question.pk).update(purpose="Written a moment ago.")
    publishing.publish([question])
    question.refresh_from_db()
    assert (question.status, question.purpose) == (Status.PUBLISHED, "Written a moment ago.")
