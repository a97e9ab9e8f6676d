"""What the clock brings, for ``manage.py run_timers``. Visitors never wait for it: what is public asks the time itself.

A job says each thing it did in a line. Run late, twice or two at once it does no harm: each batch locks its rows and looks
again whether their time has come.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from questions.models import Question, ResourceLink, Role
from questions.vocabulary import Status

from . import publishing, throttle, uploads
from .duplicates.noting import compare_waiting
from .revisions import changing

BATCH = 200
# In one run: at some 10 ms each, 60 ms at worst. A large import is through after a few runs.
MOST_COMPARED = 500
SCHEDULED: tuple[Any, ...] = (Question, Role, ResourceLink)


@dataclass(frozen=True)
class Job:
    name: str
    run: Callable[[], Iterator[str]]


def retire_what_is_over() -> Iterator[str]:
    """Bring what is public no longer into the status that says so."""
    for model in SCHEDULED:
        over = model.objects.filter(status=Status.PUBLISHED, retire_at__lte=timezone.now()).order_by("pk")
        while over.exists():
            with transaction.atomic():
                done = publishing.retire(list(over.select_for_update(no_key=True)[:BATCH])).done
            yield from (f"Retired {_named(thing)}" for thing in done)
            if not done:
                break


def clear_what_has_begun() -> Iterator[str]:
    """Take the "public from" off what visitors see by now."""
    for model in SCHEDULED:
        begun = model.objects.filter(status=Status.PUBLISHED, publish_at__lte=timezone.now()).order_by("publish_at", "pk")
        while first := begun.first():
            yield from (f"Public: {_named(thing)}" for thing in _clear(begun.order_by("pk"), first.publish_at))


def _clear(begun: Any, since: dt.datetime) -> list[Any]:
    with transaction.atomic():
        things = list(begun.filter(publish_at=since).select_for_update(no_key=True)[:BATCH])
        keys = [thing.pk for thing in things]
        shown = timezone.localtime(since)
        with changing(begun.model, keys, by=None, reason=f"Its time came: public since {shown:%Y-%m-%d %H:%M}."):
            # Not as a change of the thing: its page, its feed and its place in the sitemap say the same as before.
            begun.model.objects.filter(pk__in=keys).update(publish_at=None)
    return things


def forget_senders() -> Iterator[str]:
    """Delete the keyed hashes of addresses that sent a message more than a day ago."""
    if forgotten := throttle.forget():
        yield f"Forgot {forgotten:,} hashes of senders"


def forget_uploads() -> Iterator[str]:
    """Delete guides that somebody sent more than a day ago and never imported."""
    if forgotten := uploads.forget_old():
        yield f"Forgot {forgotten:,} uploads that were never imported"


def compare_new_questions() -> Iterator[str]:
    """Note which of the questions written or imported since the last run read much like another one."""
    if compared := compare_waiting(MOST_COMPARED):
        yield f"Compared {compared:,} questions with all others"


def _named(thing: Any) -> str:
    return f"{thing._meta.verbose_name} {thing.pk}: {thing}"


# What is over comes first: what has begun and ended since the last run is retired, and not announced.
def forget_ended_sessions() -> Iterator[str]:
    """Of staff who closed the browser: their sessions are worth nothing, and would stay for ever."""
    number, _ = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    if number:
        yield f"Forgot {number:,} sessions that had ended"


JOBS = [
    Job("retiring what is over", retire_what_is_over),
    Job("clearing times that have come", clear_what_has_begun),
    Job("forgetting senders", forget_senders),
    Job("forgetting uploads", forget_uploads),
    Job("forgetting sessions", forget_ended_sessions),
    Job("comparing questions", compare_new_questions),
]
