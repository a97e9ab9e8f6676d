"""Publish, send back, retire, mark as reviewed: the one way a status or a review changes outside a form.

Every function takes a QuerySet or an iterable of things with a status (questions, roles, links), saves what is not yet as
asked in one transaction, and returns how many things it changed. With ``by`` each change stands in the thing's history.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser, AbstractUser
from django.db import models, transaction
from django.utils import timezone

from questions.models.states import Reviewed
from questions.vocabulary import Status

BATCH = 500

type Things = models.QuerySet | Iterable[models.Model]
type Editor = AbstractBaseUser | None


def publish(things: Things, *, by: Editor = None) -> int:
    return _change(things, {"status": Status.PUBLISHED.value}, "Published.", by)


def send_back(things: Things, *, by: Editor = None) -> int:
    """Back to draft: visitors no longer see it."""
    return _change(things, {"status": Status.DRAFT.value}, "Sent back to draft.", by)


def retire(things: Things, *, by: Editor = None) -> int:
    """No longer public, on purpose: its address answers "no longer here"."""
    return _change(things, {"status": Status.RETIRED.value}, "Retired.", by)


def mark_reviewed(things: Things, *, by: AbstractUser, on: dt.date | None = None) -> int:
    """Say that ``by`` read them with care ``on`` that day (today, if left out)."""
    name = by.get_full_name() or by.get_username()
    longest = Reviewed._meta.get_field("reviewed_by").max_length
    return _change(things, {"reviewed_on": on or timezone.localdate(), "reviewed_by": name[:longest]}, "Marked as reviewed.", by)


def _change(things: Things, values: dict[str, Any], message: str, by: Editor) -> int:
    count = 0
    with transaction.atomic():
        for batch in _batches(things):
            changed = [thing for thing in batch if any(getattr(thing, name) != value for name, value in values.items())]
            for thing in changed:
                for name, value in values.items():
                    setattr(thing, name, value)
                # Only these columns: what a colleague typed into the others in the meantime stays.
                thing.save(update_fields=[*values, "updated_at"])
            if by and changed:
                LogEntry.objects.log_actions(by.pk, changed, CHANGE, message)
            count += len(changed)
    return count


def _batches(things: Things) -> Iterator[Iterable[models.Model]]:
    """In batches by key: saving may move things out of the QuerySet's own filter while it is read."""
    if not isinstance(things, models.QuerySet):
        yield from batched(things, BATCH)
        return
    keys = list(things.order_by("pk").values_list("pk", flat=True))
    for batch in batched(keys, BATCH):
        yield things.model._default_manager.filter(pk__in=batch)
