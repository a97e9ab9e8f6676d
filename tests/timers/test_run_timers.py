"""``manage.py run_timers`` writes down what the clock brought, in the history too, and is safe to run again."""

import datetime as dt
from collections.abc import Iterator
from io import StringIO
from types import SimpleNamespace

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction

from questions.editorial import publishing, timers
from questions.models import Question, Revision, Sending
from questions.vocabulary import Status
from tests.factories import make_question
from tests.staff import person

from .bank import FROM, JUST_AFTER_THE_END, TEXT, TITLE, scheduled_bank

EARLIER = "2026-11-24 12:00 +0000"


def run(**options: object) -> list[str]:
    """The lines it says."""
    said = StringIO()
    call_command("run_timers", stdout=said, **options)
    return said.getvalue().splitlines()


@pytest.fixture(autouse=True)
def all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """That new questions are compared is told elsewhere."""
    monkeypatch.setattr(timers, "JOBS", [job for job in timers.JOBS if job.run is not timers.compare_new_questions])


@pytest.fixture
def scheduled(db: None) -> None:
    with time_machine.travel(EARLIER, tick=False):
        scheduled_bank()


@time_machine.travel(JUST_AFTER_THE_END, tick=False)
def test_what_is_over_is_retired_with_a_line_and_a_revision_each(scheduled: None):
    question = Question.objects.get(text=TEXT)
    lines = run()
    assert f"Retired question {question.pk}: {TEXT}" in lines
    assert [line.partition(":")[2].strip() for line in lines] == [TEXT, TITLE, "Mobile libraries handbook"]
    question.refresh_from_db()
    assert (question.status, question.publish_at, question.retire_at) == (Status.RETIRED, None, None)
    last = Revision.objects.of(question).first()
    assert (last.number, last.reason, last.author_name) == (question.revision, "Retired.", "")
    assert last.snapshot["status"] == Status.RETIRED


@time_machine.travel(FROM, tick=False)
def test_a_time_that_has_come_is_cleared_and_the_end_kept(scheduled: None):
    question = Question.objects.get(text=TEXT)
    assert f"Public: question {question.pk}: {TEXT}" in run()
    until, changed = question.retire_at, question.updated_at
    question.refresh_from_db()
    assert (question.status, question.publish_at, question.retire_at) == (Status.PUBLISHED, None, until)
    assert question.updated_at == changed
    assert Revision.objects.of(question).first().reason == "Its time came: public since 2026-12-01 08:00."


@pytest.mark.parametrize("moment", [FROM, JUST_AFTER_THE_END])
def test_a_second_run_finds_nothing_to_do(scheduled: None, moment: str):
    with time_machine.travel(moment, tick=False):
        assert len(run()) == 3
        written = Revision.objects.count()
        assert run() == []
        assert Revision.objects.count() == written


@time_machine.travel("2026-12-01 07:00 +0000", tick=False)
def test_before_its_time_nothing_is_touched(scheduled: None):
    assert run() == []


@time_machine.travel(FROM, tick=False)
def test_more_than_one_batch_is_done_in_one_run(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(timers, "BATCH", 2)
    yesterday = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
    for _ in range(5):
        make_question(retire_at=yesterday), make_question(publish_at=yesterday)
    assert len(run()) == 10
    assert Question.objects.retired().count() == Question.objects.filter(publish_at=None).count() - 5 == 5


@time_machine.travel(JUST_AFTER_THE_END, tick=False)
def test_an_editor_who_gives_it_more_time_at_that_very_moment_is_heard(scheduled: None, monkeypatch: pytest.MonkeyPatch):
    later = dt.datetime(2027, 12, 31, tzinfo=dt.UTC)

    def first_the_editor() -> transaction.Atomic:
        Question.objects.filter(text=TEXT).update(retire_at=later)
        return transaction.atomic()

    monkeypatch.setattr(timers, "transaction", SimpleNamespace(atomic=first_the_editor))
    run()
    question = Question.objects.get(text=TEXT)
    assert (question.status, question.retire_at) == (Status.PUBLISHED, later)


@time_machine.travel("2026-11-24 12:00 +0000", tick=False)
def test_hashes_of_senders_go_after_a_day(db: None):
    for day in (22, 23, 24):
        Sending.objects.create(sender="0" * 64, at=dt.datetime(2026, 11, day, 12, tzinfo=dt.UTC))
    assert run() == ["Forgot 2 hashes of senders"]
    assert Sending.objects.get().at.day == 24


@time_machine.travel(FROM, tick=False)
def test_quiet_says_nothing(scheduled: None):
    assert run(quiet=True) == []


@time_machine.travel(JUST_AFTER_THE_END, tick=False)
@pytest.mark.parametrize("verbosity", [1, 2])
def test_a_job_that_fails_is_told_and_keeps_no_other_from_its_work(
    scheduled: None, monkeypatch: pytest.MonkeyPatch, verbosity: int
):
    def broken() -> Iterator[str]:
        raise RuntimeError("the disk is full")
        yield

    monkeypatch.setattr(timers, "JOBS", [timers.Job("counting sheep", broken), *timers.JOBS])
    errors = StringIO()
    with pytest.raises(CommandError, match=r"Failed: counting sheep \(RuntimeError: the disk is full\)") as failed:
        call_command("run_timers", stdout=StringIO(), stderr=errors, verbosity=verbosity)
    assert failed.value.returncode == 1
    assert Question.objects.get(text=TEXT).status == Status.RETIRED
    assert ("in broken" in errors.getvalue()) == (verbosity == 2)


@time_machine.travel(FROM, tick=False)
def test_a_draft_taken_back_meanwhile_is_left_alone(scheduled: None):
    question = Question.objects.get(text=TEXT)
    publishing.send_back([question], by=person("pat"))
    assert [line for line in run() if TEXT in line] == []
