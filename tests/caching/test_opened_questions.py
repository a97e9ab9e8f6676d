"""Questions that open in place are rendered once for each state of theirs, and never shown in another."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from questions.caching import questions as rendering
from questions.caching.questions import opened
from questions.models import Benchmark, FollowUp, Question
from tests.factories import make_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def question() -> Question:
    return make_question(text="How do you plan a route?", follow_ups=["With whom?", "And then?"], benchmarks={"entry": "Asks."})


def shown(question: Question) -> str:
    return opened([question.pk])[question.pk]


def set_(**values: Any) -> Callable[[Question], object]:
    return lambda question: Question.objects.filter(pk=question.pk).update(**values)


def swapped(question: Question) -> None:
    first, second = FollowUp.objects.order_by("position")
    FollowUp.objects.filter(pk=first.pk).update(position=second.position + 1)


def raw(question: Question) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE questions_followup SET text = 'With nobody?' WHERE question_id = %s", [question.pk])


CHANGES: dict[str, Callable[[Question], object]] = {
    "text": set_(text="How do you drive a route?"),
    "kind": set_(kind="knowledge"),
    "purpose": set_(purpose="Shows a *plan*."),
    "points": set_(points="- One\n- Two"),
    "pitfalls": set_(pitfalls="Guessing."),
    "source": set_(source_kind="imported"),
    "source's name": set_(source_name="A guide"),
    "day of the review": set_(reviewed_on="2026-11-01"),
    "reviewer": set_(reviewed_on="2026-11-01", reviewed_by="Erin"),
    "a follow-up less": lambda question: FollowUp.objects.first().delete(),
    "follow-ups in another order": swapped,
    "a follow-up by raw SQL": raw,
    "a benchmark": lambda question: Benchmark.objects.update(text="Drives."),
    "a benchmark's level": lambda question: Benchmark.objects.update(level="senior"),
    "a benchmark more": lambda question: Benchmark.objects.create(question=question, level="mid", text="Plans."),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_shows_at_once(question: Question, change: Callable[[Question], object]):
    before = shown(question)
    change(question)
    assert shown(question) != before
    [fresh] = Question.objects.with_guidance()
    assert shown(question) == render_to_string("includes/question.html", {"question": fresh})


def test_what_did_not_change_is_not_rendered_again(question: Question):
    shown(question)
    with CaptureQueriesContext(connection) as asked:
        shown(question)
    assert len(asked) == 3


def test_what_changes_while_it_is_rendered_is_not_taken_for_what_it_was(question: Question, monkeypatch: pytest.MonkeyPatch):
    before, asked = shown(question), rendering._states
    rendering.memory.clear()

    def overtaken(keys: Any) -> dict[int, bytes]:
        states = asked(keys)
        set_(text="How do you drive a route?")(question)
        return states

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(rendering, "_states", overtaken)
        assert "drive" in shown(question)
    set_(text="How do you plan a route?")(question)
    assert shown(question) == before


def test_each_language_has_its_own(question: Question):
    english = shown(question)
    with translation.override("es"):
        assert shown(question) != english
        assert "Report a problem" not in shown(question)
    assert shown(question) == english


def test_a_question_that_is_gone_is_left_out(question: Question):
    key = question.pk
    shown(question)
    question.delete()
    assert opened([key, key + 1]) == {}


def test_who_works_on_the_template_sees_every_change_of_it(question: Question, settings: Any):
    settings.DEBUG = True
    shown(question)
    with CaptureQueriesContext(connection) as asked:
        shown(question)
    assert len(asked) == 6
