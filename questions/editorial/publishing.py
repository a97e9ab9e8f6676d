"""Publish, send to review, send back, retire, mark as reviewed: the one way a status or a review changes outside a form.

Every verb takes a QuerySet or an iterable of things with a status (questions, roles, links), changes in one transaction what
it may, and says what it did and what it could not and why. ``by`` is None for the machine itself.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from django.utils import timezone

from questions.models import Question
from questions.models.states import Reviewed
from questions.vocabulary import Status

from . import workflow
from .checklist import faults_of
from .duplicates.noting import MOST_AT_ONCE, compare_waiting
from .editing import waits_for_publisher
from .revisions import changing
from .rights import Someone, may_edit, name_of
from .workflow import Verb

BATCH = 500

type Things = models.QuerySet | Iterable[models.Model]


@dataclass
class Outcome:
    """What became of things: those ``done``, how many were ``already`` so, and those refused, each with a plain reason."""

    done: list[Any] = field(default_factory=list)
    already: int = 0
    refused: list[tuple[Any, str]] = field(default_factory=list)


def publish(things: Things, *, by: Someone = None) -> Outcome:
    """Make public now. What the checklist finds fault with is refused; what is published keeps its times until they are over.

    A new question, or one with another text, is first compared with all others; of very many, not more than the first.
    """
    now = timezone.now()
    things = things if isinstance(things, models.QuerySet) else list(things)
    _compare_new(things)

    def already(thing: Any) -> bool:
        return thing.status == Status.PUBLISHED and not (thing.retire_at and thing.retire_at <= now)

    return _move(things, workflow.PUBLISH, by, faults=faults_of, already=already)


def schedule(
    thing: Any, *, by: Someone = None, at: dt.datetime | None = None, until: dt.datetime | None = None, base: int | None = None
) -> Outcome:
    """Make ``thing`` public from ``at`` (None: now) and until ``until``; refused if its revision is no longer ``base``."""
    verb, times = workflow.PUBLISH, {"publish_at": at, "retire_at": until}
    _compare_new([thing])

    def refusal(now: Any) -> str:
        if base is not None and now.revision != base:
            return "was changed by somebody else at this moment: look at it once more"
        return verb.refusal(by, now)

    return _change([thing], times | {"status": verb.target.value}, f"{verb.done}.", by, refusal, faults_of)


def send_to_review(things: Things, *, by: Someone = None) -> Outcome:
    return _move(things, workflow.SEND_TO_REVIEW, by)


def send_back(things: Things, *, by: Someone = None) -> Outcome:
    """Back to draft: visitors no longer see it."""
    return _move(things, workflow.SEND_BACK, by)


def retire(things: Things, *, by: Someone = None) -> Outcome:
    """No longer public, on purpose: its address answers "no longer here"."""
    return _move(things, workflow.RETIRE, by)


def mark_reviewed(things: Things, *, by: AbstractUser, on: dt.date | None = None) -> Outcome:
    """Say that ``by`` read them with care ``on`` that day (today, if left out)."""
    longest = Reviewed._meta.get_field("reviewed_by").max_length
    values = {"reviewed_on": on or timezone.localdate(), "reviewed_by": name_of(by)[:longest]}

    def refusal(thing: Any) -> str:
        if not may_edit(by, thing):
            return "is somebody else's, and you may change your own only"
        if waits_for_publisher(thing, by):
            return "is published: give the day in its form, so that a publisher can look at it"
        return ""

    return _change(things, values, "Marked as reviewed.", by, refusal)


def _compare_new(things: Things) -> None:
    """Before anything is locked: it takes a while."""
    left = MOST_AT_ONCE
    for model, keys in _batches(things):
        if model is Question:
            left -= compare_waiting(left, among=keys)


def _move(
    things: Things,
    verb: Verb,
    by: Someone,
    faults: Callable[[list[Any]], dict[int, list[str]]] | None = None,
    already: Callable[[Any], bool] | None = None,
) -> Outcome:
    values = {"publish_at": None, "retire_at": None, "status": verb.target.value}

    return _change(things, values, f"{verb.done}.", by, lambda thing: verb.refusal(by, thing), faults, already)


def _change(
    things: Things,
    values: dict[str, Any],
    reason: str,
    by: Any,
    refusal: Callable[[Any], str],
    faults: Callable[[list[Any]], dict[int, list[str]]] | None = None,
    already: Callable[[Any], bool] | None = None,
) -> Outcome:
    """``already`` tells what needs no change; without it, what has all of ``values``."""
    outcome = Outcome()
    so = already or (lambda thing: all(getattr(thing, name) == value for name, value in values.items()))
    with transaction.atomic():
        for model, keys in _batches(things):
            with changing(model, keys, by=by, reason=reason) as change:
                # As they are now that they are locked, whatever the caller had in hand.
                rows = list(model._default_manager.filter(pk__in=keys).order_by("pk"))
                wanted = [row for row in rows if not so(row)]
                outcome.already += len(rows) - len(wanted)
                refused = {row.pk: why for row in wanted if (why := refusal(row))}
                allowed = [row for row in wanted if row.pk not in refused]
                found = faults(allowed) if faults else {}
                refused |= {pk: "; ".join(reasons) for pk, reasons in found.items() if reasons}
                ready = [row.pk for row in allowed if row.pk not in refused]
                # Only these columns: what a colleague typed into the others in the meantime stays.
                model._default_manager.filter(pk__in=ready).update(**values, updated_at=timezone.now())
            done = list(model._default_manager.filter(pk__in=change.changed).order_by("pk"))
            outcome.refused += [(row, refused[row.pk]) for row in wanted if row.pk in refused]
            outcome.done += done
            if by and done:
                LogEntry.objects.log_actions(by.pk, done, CHANGE, reason)
    return outcome


def _batches(things: Things) -> Iterator[tuple[type[models.Model], list[int]]]:
    """In batches by key: saving may move things out of the QuerySet's own filter while it is read."""
    if isinstance(things, models.QuerySet):
        model, keys = things.model, list(things.order_by("pk").values_list("pk", flat=True))
    else:
        rows = list(things)
        if not rows:
            return
        model, keys = type(rows[0]), [row.pk for row in rows]
    for batch in batched(keys, BATCH):
        yield model, list(batch)
