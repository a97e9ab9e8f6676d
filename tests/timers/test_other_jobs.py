"""The timers also compare new questions with the others, and forget what is kept for a day only."""

import datetime as dt
from io import StringIO

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import call_command

from questions.editorial import timers
from questions.models import GuideUpload, NearDuplicate, Question
from tests.factories import make_question
from tests.staff import person


def run() -> list[str]:
    said = StringIO()
    call_command("run_timers", stdout=said)
    return said.getvalue().splitlines()


def test_new_questions_are_compared_once(db: None):
    one = make_question(text="How do you plan a bookmobile stop in a new town?")
    other = make_question(text="How would you plan a bookmobile stop in a new town?")
    assert run() == ["Compared 2 questions with all others"]
    assert [(pair.first, pair.second) for pair in NearDuplicate.objects.open()] == [(one, other)]
    assert run() == []


def test_a_large_import_is_compared_over_several_runs(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(timers, "MOST_COMPARED", 2)
    for _ in range(3):
        make_question()
    assert run() == ["Compared 2 questions with all others"]
    assert Question.objects.filter(compared_at=None).count() == 1
    assert run() == ["Compared 1 questions with all others"]


@time_machine.travel("2026-11-24 12:00 +0000", tick=False)
def test_uploads_go_after_a_day(db: None):
    for hour in (11, 13):
        sent = dt.datetime(2026, 11, 23, hour, tzinfo=dt.UTC)
        GuideUpload.objects.create(name=f"{hour}.md", data=b"# Archivist", sent_by=person("pat"), sent_at=sent)
    assert run() == ["Forgot 1 uploads that were never imported"]
    assert GuideUpload.objects.get().name == "13.md"


@time_machine.travel("2026-11-24 12:00 +0000", tick=False)
def test_sessions_that_ended_go_and_others_stay(db: None):
    for key, hour in (("ended", 11), ("lasting", 13)):
        Session.objects.create(session_key=key, expire_date=dt.datetime(2026, 11, 24, hour, tzinfo=dt.UTC))
    assert run() == ["Forgot 1 sessions that had ended"]
    assert Session.objects.get().session_key == "lasting"
