"""What the database holds the editors' queue to."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from questions.models import Message
from questions.models.inbox import LONGEST_NAME, LONGEST_QUESTION, LONGEST_TEXT, MessageState
from tests.factories import make_question, make_report, make_role, make_suggestion


def refused(make: Any, **values: Any) -> bool:
    """Whether the database itself refuses the row, whatever the forms say."""
    try:
        with transaction.atomic():
            make(**values)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("column", "longest"),
    [
        ("text", LONGEST_TEXT),
        ("guidance", LONGEST_TEXT),
        ("note", LONGEST_TEXT),
        ("role_name", LONGEST_NAME),
        ("contact", LONGEST_NAME),
        ("thanks", LONGEST_NAME),
    ],
)
def test_no_text_is_longer_than_its_limit(db: None, column: str, longest: int):
    assert not refused(make_report, **{column: "x" * longest})
    assert not refused(make_report, **{column: "é" * longest})
    with pytest.raises(Exception, match=r"message_texts_short|too long"), transaction.atomic():
        make_report(**{column: "x" * (longest + 1)})


def test_a_suggested_question_is_no_longer_than_one_of_the_bank(db: None):
    assert not refused(make_suggestion, text="x" * LONGEST_QUESTION)
    assert refused(make_suggestion, text="x" * (LONGEST_QUESTION + 1))


@pytest.mark.parametrize("values", [{"fault": ""}, {"fault": "boring"}, {"kind": "letter"}, {"state": "lost"}])
def test_a_report_says_one_of_the_known_things(db: None, values: dict[str, str]):
    assert refused(Message.objects.create, **{"kind": "report", "fault": "other", "text": "It is.", **values})


def test_a_suggestion_without_consent_to_the_licence_is_refused(db: None):
    assert refused(Message.objects.create, kind="suggestion", text="Why?")
    assert refused(Message.objects.create, kind="suggestion", text="Why?", licensed=True, fault="other")


@pytest.mark.parametrize("personal", ["contact", "thanks"])
def test_a_settled_message_cannot_keep_personal_data(db: None, personal: str):
    settled = {"state": MessageState.HANDLED, "settled_at": timezone.now()}
    assert not refused(make_report, **settled)
    assert refused(make_report, **settled, **{personal: "ada@library.example"})


def test_a_message_is_settled_exactly_when_it_has_a_time(db: None):
    assert refused(make_report, state=MessageState.DISMISSED)
    assert refused(make_report, settled_at=timezone.now())


def test_forms_explain_what_the_database_refuses(db: None):
    with pytest.raises(ValidationError, match="keeps neither contact nor name"):
        Message(
            kind="report", fault="other", text="It is.", state="handled", settled_at=timezone.now(), contact="Ada"
        ).full_clean()


def test_a_message_outlives_what_it_is_about(db: None):
    question = make_question(role=make_role())
    message = make_report(question=question, role=question.roles.get())
    question.roles.get().delete()
    question.delete()
    message.refresh_from_db()
    assert (message.question, message.role) == (None, None)


def test_the_newest_waiting_message_comes_first_and_then_the_last_settled(db: None):
    first, second = make_report(), make_suggestion()
    settled = [make_report(state=MessageState.HANDLED, settled_at=timezone.now()) for _ in range(2)]
    assert list(Message.objects.all()) == [second, first, *reversed(settled)]
    assert list(Message.objects.waiting()) == [second, first]


def test_the_name_of_a_message_tells_nothing_of_what_is_in_it(db: None):
    report, suggestion = make_report(text="My secret"), make_suggestion(text="My question?")
    assert [str(report), str(suggestion)] == [f"Problem report {report.pk}", f"Suggested question {suggestion.pk}"]
