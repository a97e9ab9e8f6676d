"""Accepting suggestions: each becomes a draft, in its role, with thanks; none becomes a second copy of a question."""

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.test import Client

from questions.editorial import inbox
from questions.models import Message, Question, Revision
from questions.models.editorial import RevisionState
from questions.models.inbox import MessageState
from questions.vocabulary import Source, Status
from tests.factories import make_question, make_report, make_role, make_suggestion

from .test_actions import run, said


def test_a_suggestion_becomes_a_draft_at_the_end_of_its_role(editor: Client):
    role = make_role()
    make_question(role=role)
    message = make_suggestion(role=role, guidance="- Routes", thanks="Ada Reader")
    page = run(editor, "message", "accept", message)
    question = Question.objects.get(text=message.text)
    assert (question.status, question.source_kind, question.source_name) == (Status.DRAFT, Source.SUGGESTED, "Ada Reader")
    assert question.purpose == "- Routes"
    assert list(role.questions.order_by("role_questions__position"))[-1] == question
    message.refresh_from_db()
    assert (message.state, message.question, message.thanks) == (MessageState.ACCEPTED, question, "")
    assert f'<a href="/admin/questions/question/{question.pk}/change/">{question.text}</a>' in said(page)


def test_accepting_stands_in_both_histories(editor: Client):
    message = make_suggestion()
    run(editor, "message", "accept", message)
    added = LogEntry.objects.get(action_flag=ADDITION)
    assert added.get_edited_object() == Question.objects.get()
    assert added.change_message == f"Accepted from suggestion {message.pk}."
    assert LogEntry.objects.exclude(pk=added.pk).get().get_edited_object() == message


def test_the_draft_is_the_editors_who_accepted_it_and_its_history_begins_with_that(editor: Client):
    message = make_suggestion(role=make_role(), guidance="- Routes")
    run(editor, "message", "accept", message)
    question = Question.objects.get()
    revision = Revision.objects.of(question).get()
    assert question.created_by.username == revision.author.username == "erin"
    assert (question.revision, revision.number, revision.state) == (1, 1, RevisionState.ACCEPTED)
    assert revision.reason == f"Accepted from suggestion {message.pk}."
    assert (revision.snapshot["text"], revision.snapshot["purpose"]) == (message.text, "- Routes")
    assert [title for _role, title, *_place in revision.snapshot["roles"]] == ["Community Outreach Librarian"]


def test_a_suggestion_for_no_role_of_ours_becomes_a_draft_without_a_role(editor: Client):
    run(editor, "message", "accept", make_suggestion(role_name="Bookmobile Driver"))
    assert not Question.objects.get().roles.exists()


def test_visitors_do_not_see_the_draft(editor: Client, visitor: Client):
    run(editor, "message", "accept", make_suggestion())
    assert visitor.get(f"/questions/{Question.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize("text", ["Why do you drive a bookmobile?", "why do you  drive a BOOKMOBILE"])
def test_what_the_bank_has_already_is_linked_and_not_doubled(editor: Client, text: str):
    question = make_question(text=text)
    message = make_suggestion(text="Why do you drive a bookmobile?", thanks="Ada")
    answer = said(run(editor, "message", "accept", message))
    assert answer.startswith("The bank has this already: <a href=")
    assert f"/admin/questions/question/{question.pk}/change/" in answer
    assert Question.objects.get() == question
    message.refresh_from_db()
    assert (message.state, message.thanks, message.question) == (MessageState.WAITING, "Ada", None)


def test_of_two_like_suggestions_one_becomes_a_draft(editor: Client):
    answer = said(run(editor, "message", "accept", make_suggestion(text="Why so?"), make_suggestion(text="why so")))
    assert "Accepted as draft: " in answer
    assert "The bank has this already: " in answer
    assert Question.objects.count() == Message.objects.waiting().count() == 1


def test_a_report_does_not_become_a_question(editor: Client):
    assert (
        said(run(editor, "message", "accept", make_report()))
        == "Only suggestions become drafts; left 1 message from a visitor waiting."
    )
    assert not Question.objects.exists()


def test_a_suggestion_is_accepted_once(editor: Client):
    message = make_suggestion()
    run(editor, "message", "accept", message)
    answer = said(run(editor, "message", "accept", message))
    assert answer.endswith("Nothing to accept: all of it had been settled before.")
    assert Question.objects.count() == 1


def test_the_page_of_one_message_offers_the_same(editor: Client):
    message = make_suggestion()
    address = f"/admin/questions/message/{message.pk}/change/"
    prefix = editor.get(address).context["action_form"].prefix
    editor.post(address, {f"{prefix}-action": "accept", "_selected_action": [message.pk], f"{prefix}-select_across": 0})
    assert Question.objects.get().text == message.text


def test_nothing_of_it_is_kept_when_a_part_fails(db: None, monkeypatch: pytest.MonkeyPatch):
    erin = User.objects.create(username="erin")
    make_suggestion(text="One?"), make_suggestion(text="Two?", role=make_role())

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("questions.editorial.inbox.RoleQuestion.objects.create", broken)
    with pytest.raises(RuntimeError):
        inbox.accept(Message.objects.all(), by=erin)
    assert Message.objects.waiting().count() == 2
    assert not Question.objects.exists()
