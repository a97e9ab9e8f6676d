"""Two timers at once, and a timer while a publisher works: each thing is done once, and said once."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from questions.editorial import publishing, timers
from questions.models import NearDuplicate, Question
from tests.factories import make_finished_question, make_link, make_question, make_role
from tests.staff import person
from tests.threads import Together
from tests.threads import together as together
from tests.workflow.at_once import alone, broken_chains

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
HOUR = dt.timedelta(hours=1)


def run() -> list[str]:
    said = StringIO()
    call_command("run_timers", stdout=said)
    return said.getvalue().splitlines()


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timers, "BATCH", 2)


def done(results: list[Any]) -> list[str]:
    """All lines of all runs, in order."""
    assert [result for result in results if isinstance(result, Exception)] == []
    return sorted(line for lines in results for line in lines if not line.startswith("Compared"))


@ATTEMPTS
def test_two_runs_at_once_do_each_thing_once(together: Together, attempt: int):
    def prepare() -> list[str]:
        over, begun = timezone.now() - HOUR, timezone.now() - 2 * HOUR
        role = make_role()
        lines = []
        for _ in range(5):
            lines.append(f"Retired question {(thing := make_question(role=role, retire_at=over)).pk}: {thing}")
            lines.append(f"Public: question {(thing := make_question(role=role, publish_at=begun)).pk}: {thing}")
            lines.append(f"Retired resource link {(thing := make_link(role=role, retire_at=over)).pk}: {thing}")
        return sorted(lines)

    expected = alone(together, prepare)
    assert done(together(run, run)) == expected
    assert alone(together, lambda: done([run()])) == []
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_a_publisher_gives_more_time_while_the_timers_run(together: Together, attempt: int):
    later = timezone.now() + HOUR

    def prepare() -> Question:
        person("pat")
        return make_finished_question(status="published", retire_at=timezone.now() - HOUR)

    question = alone(together, prepare)
    _, outcome = together(run, lambda: publishing.schedule(question, by=person("pat"), until=later))
    assert outcome.refused == []
    now = alone(together, lambda: Question.objects.get())
    assert (now.status, now.retire_at) == ("published", later)
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_two_runs_at_once_note_each_pair_once(together: Together, attempt: int):
    def prepare() -> None:
        for number in range(6):
            make_question(text=f"How do you plan a bookmobile stop in a new town {'again ' * number}?")

    alone(together, prepare)
    done(together(run, run))
    pairs = alone(together, lambda: list(NearDuplicate.objects.values_list("first", "second")))
    assert pairs
    assert len(pairs) == len(set(pairs))
    assert alone(together, lambda: Question.objects.filter(compared_at=None).count()) == 0
