"""Settling messages: handled or dismissed, with their editor in the history; nobody's contact is kept after that."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.editorial import inbox
from questions.models import Message, Sending
from questions.models.inbox import MessageState
from tests.factories import make_report, make_suggestion

from .test_actions import said


def settle(editor: Client, action: str, *messages: Message, note: str = "Asked the author.") -> HttpResponse:
    """Choose messages in the list, and say why on the page that asks for it."""
    return editor.post(
        "/admin/questions/message/", {"action": action, "_selected_action": [m.pk for m in messages], "note": note}
    )


@time_machine.travel("2026-11-23 12:00 +0000", tick=False)
@pytest.mark.parametrize(
    ("action", "state", "done"), [("handled", MessageState.HANDLED, "Handled"), ("dismiss", MessageState.DISMISSED, "Dismissed")]
)
def test_a_settled_message_loses_contact_and_name(editor: Client, action: str, state: str, done: str):
    messages = [make_report(contact="ada@library.example"), make_suggestion(thanks="Ada")]
    assert said(settle(editor, action, *messages)) == f"{done}: 2 messages from visitors."
    for message in Message.objects.all():
        assert (message.state, message.contact, message.thanks) == (state, "", "")
        assert (message.settled_at, message.settled_by.username) == (dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), "erin")
    assert {entry.change_message for entry in LogEntry.objects.all()} == {f"{done}."}
    assert LogEntry.objects.count() == 2


def test_what_was_settled_before_stays_as_it_was(editor: Client):
    message = make_report()
    settle(editor, "dismiss", message)
    answer = said(settle(editor, "handled", message))
    assert answer.endswith("Handled: 0 messages from visitors. 1 had been settled before.")
    message.refresh_from_db()
    assert message.state == MessageState.DISMISSED


def test_a_reason_goes_into_the_note(db: None):
    message = make_report()
    inbox.dismiss([message], by=User.objects.create(username="erin"), reason="Not about us.")
    assert Message.objects.get().note == "Not about us."


def test_settling_also_forgets_who_sent_something_more_than_a_day_ago(editor: Client):
    Sending.objects.create(sender="0" * 64, at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    settle(editor, "handled", make_report())
    assert not Sending.objects.exists()


def test_a_dismissal_of_many_asks_about_them_at_once(editor: Client):
    few, many = [make_report() for _ in range(2)], [make_report() for _ in range(20)]
    asked = []
    for messages in (few, many):
        with CaptureQueriesContext(connection) as queries:
            settle(editor, "dismiss", *messages)
        asked.append(len([query for query in queries if query["sql"].startswith("SELECT")]))
    assert asked[0] == asked[1]
