"""A request that meets another one is answered anew: what it then says is what was done, once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse

from questions.admin.again import TRIES
from questions.admin.revised import Revised
from questions.admin.tables.importing import TableImport
from questions.models import Question, Revision
from tests.admin.forms import errors, filled
from tests.factories import make_question
from tests.staff import browser_of
from tests.tables.sending import choose, csv_of, said

pytestmark = pytest.mark.django_db


class DeadlockError(Exception):
    sqlstate = "40P01"


class DiskFullError(Exception):
    sqlstate = "53100"


def refused(cause: Exception) -> OperationalError:
    """As Django raises it, with what the database said as its cause."""
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list]:
    """Let a method do its work and then fail so many times; the list grows by an entry a call."""

    def fail(owner: type, name: str, error: Exception, times: int) -> list:
        calls: list[Any] = []
        method = getattr(owner, name)

        def failing_method(*args: Any, **kwargs: Any) -> HttpResponse:
            answer = method(*args, **kwargs)
            calls.append(answer)
            if len(calls) <= times:
                raise error
            return answer

        monkeypatch.setattr(owner, name, failing_method)
        return calls

    return fail


def save(question: Question) -> HttpResponse:
    page, ed = f"/admin/questions/question/{question.pk}/change/", browser_of("ed")
    return ed.post(page, filled(ed.get(page), purpose="Ed's."))


@pytest.mark.parametrize("error", [IntegrityError("gone"), refused(DeadlockError("deadlock detected"))])
def test_it_is_saved_once_and_said_once(failing: Callable[..., list], error: Exception):
    question = make_question(status="draft")
    failing(Revised, "response_change", error, times=TRIES - 1)
    page = save(question)
    assert (page.status_code, said(page).count("was changed successfully")) == (302, 1)
    assert Revision.objects.of(question).count() == 2  # as it was before there were revisions, and Ed's
    assert Question.objects.get().purpose == "Ed's."


def test_what_fails_each_time_is_not_tried_for_ever(failing: Callable[..., list]):
    question = make_question(status="draft")
    calls = failing(Revised, "response_change", IntegrityError("gone"), times=99)
    with pytest.raises(IntegrityError):
        save(question)
    assert len(calls) == TRIES
    assert Question.objects.get().purpose == ""


def test_a_fault_that_is_no_meeting_is_told_at_once(failing: Callable[..., list]):
    calls = failing(Revised, "response_change", refused(DiskFullError("no space left")), times=1)
    page = save(make_question(status="draft"))
    assert (page.status_code, len(calls)) == (503, 1)


def test_a_file_that_was_sent_is_read_from_its_beginning(failing: Callable[..., list]):
    failing(TableImport, "choose", refused(DeadlockError("deadlock detected")), times=1)
    page = choose(browser_of("pat"), "question", csv_of({"text": "Why a van?"}))
    assert "would bring 1 new" in page.content.decode().replace("\n", " ").replace("<strong>", "").replace("</strong>", "")


def test_what_the_bank_refuses_after_the_form_took_it_is_told_on_the_form(failing: Callable[..., list]):
    question = make_question(status="draft")
    failing(Revised, "save_related", ValidationError({"text": ["The bank has this question already."]}), times=1)
    page = save(question)
    assert "The bank has this question already." in errors(page)
    assert page.context["adminform"].form["purpose"].value() == "Ed's."
    assert Question.objects.get().purpose == ""
