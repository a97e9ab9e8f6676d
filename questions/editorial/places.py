"""A link's place in a role is content of both: where one gains, moves or loses it, the other gets a revision too.

Else whoever saves the other one next, from a form or a pending revision that is older, would undo it without being told.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db.models import Model

from questions.models import ResourceLink, Role

from . import snapshots
from .revisions import changing
from .rights import Someone
from .snapshots import Snapshot

# What names the places in a snapshot, and what stands at their other end.
OTHERS: dict[type[Model], tuple[str, type[Model]]] = {Role: ("links", ResourceLink), ResourceLink: ("roles", Role)}


def also_changing(thing: Any, snapshot: Snapshot, *, by: Someone) -> AbstractContextManager:
    """To stand around what makes ``thing`` say ``snapshot``."""
    model = type(thing)
    if model not in OTHERS:
        return nullcontext()
    before = snapshots.read(model, [thing.pk]).get(thing.pk, {})
    reason = f"Changed with the {model._meta.verbose_name} “{thing}”."
    return also_changing_many(model, [(before, snapshot)], by=by, reason=reason)


def also_changing_many(
    model: type[Model], written: Iterable[tuple[Snapshot, Snapshot]], *, by: Someone, reason: str
) -> AbstractContextManager:
    """The same for many things of ``model``, each given as what it said ("nothing": a new one) and what it is to say."""
    if model not in OTHERS:
        return nullcontext()
    name, other = OTHERS[model]
    keys: set[int] = set()
    for before, after in written:
        had, wanted = ({(key, position) for key, _name, position in said.get(name, [])} for said in (before, after))
        keys |= {key for key, _position in had ^ wanted}
    return changing(other, keys, by=by, reason=reason)
