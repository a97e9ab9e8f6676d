"""Showing what is not public yet: a thing as a snapshot has it, and links to it for people without an account."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db import models
from django.utils import timezone

from questions.models import Benchmark, FollowUp, Group, Question, ResourceLink, Revision, Role, RoleTitle, Topic
from questions.vocabulary import Level

from . import snapshots
from .snapshots import Snapshot
from .writing import fill

# What has a page of its own to be shown on.
PREVIEWED: dict[str, type[models.Model]] = {"question": Question, "role": Role}
LIFE = dt.timedelta(days=7)
SIGNER = TimestampSigner(salt="questions.preview")


class ExpiredError(Exception):
    """The link was a true one, and is older than ``LIFE``."""


class UnknownError(Exception):
    """No link of ours, or what it showed is deleted."""


@dataclass(frozen=True, slots=True)
class Preview:
    """``thing`` as it stands in memory, never to be saved; ``number`` of the revision shown, ``live`` if that is the live one."""

    thing: Any
    snapshot: Snapshot
    number: int
    live: bool


def preview(model: type[models.Model], key: int, number: int | None = None) -> Preview:
    """The thing as revision ``number`` has it (None: as it is now); raises UnknownError if there is no such."""
    thing: Any = model._default_manager.filter(pk=key).first()
    if thing is None:
        raise UnknownError
    if number in (None, thing.revision):
        snapshot = snapshots.read(model, [key])[key]
        return Preview(filled(thing, snapshot), snapshot, thing.revision, live=True)
    revision = Revision.objects.of(thing).filter(number=number).first()
    if revision is None:
        raise UnknownError
    return Preview(filled(thing, revision.snapshot), revision.snapshot, revision.number, live=False)


def filled(thing: Any, snapshot: Snapshot) -> Any:
    """``thing`` with the columns and lists of ``snapshot``, in memory: its managers answer with them."""
    live_group = getattr(thing, "group_id", None)
    fill(thing, snapshot)
    lists: dict[str, list] = {}
    if isinstance(thing, Question):
        order = list(Level)
        lists["follow_ups"] = [FollowUp(question=thing, text=text) for text in snapshot["follow_ups"]]
        levels = sorted(snapshot["benchmarks"], key=lambda row: order.index(row[0]))
        lists["benchmarks"] = [Benchmark(question=thing, level=level, text=text) for level, text in levels]
        lists["topics"] = list(Topic.objects.filter(pk__in=keys_of(snapshot["topics"])).order_by("name", "pk"))
    else:
        groups = Group.objects.select_related("field").in_bulk([thing.group_id, live_group])
        # A group that is gone since cannot be shown.
        thing.group = groups.get(thing.group_id) or groups[live_group]
        lists["titles"] = [RoleTitle(role=thing, name=name, kind=kind) for name, kind in snapshot["titles"]]
    # Where Django keeps what was fetched ahead for such managers.
    thing._prefetched_objects_cache = lists
    return thing


def links_of(snapshot: Snapshot) -> list[ResourceLink]:
    """The public ones of the links a role's snapshot names, in its order."""
    found = ResourceLink.objects.published().in_bulk(keys_of(snapshot["links"]))
    return [found[key] for key in keys_of(snapshot["links"]) if key in found]


def keys_of(entries: list) -> list[int]:
    return [entry[0] for entry in entries]


def token_for(thing: Any, number: int) -> str:
    """What a link for a colleague carries: good for ``LIFE`` from now, and for this revision of this thing alone."""
    return SIGNER.sign_object([thing._meta.model_name, thing.pk, number], compress=False)


def expires_on() -> dt.date:
    """The last day of a link made now."""
    return timezone.localdate(timezone.now() + LIFE)


def shown_by(token: str) -> Preview:
    """What a link shows; raises ExpiredError or UnknownError."""
    try:
        kind, key, number = SIGNER.unsign_object(token, max_age=LIFE)
    except SignatureExpired:
        raise ExpiredError from None
    except BadSignature:
        raise UnknownError from None
    return preview(PREVIEWED[kind], key, number)
