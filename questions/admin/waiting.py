"""What a publisher needs to know to decide on a pending revision: both sides, the checklist, and what waits next."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from questions.editorial import snapshots
from questions.editorial.checklist import NOT_COMPARED, faults_of, new_faults
from questions.editorial.combining import combined
from questions.editorial.resolving import resolved
from questions.editorial.rights import may_publish
from questions.editorial.snapshots import Snapshot, essence
from questions.models import Revision
from questions.vocabulary import Status

from .things import MODELS


@dataclass(frozen=True)
class Sides:
    """Two snapshots to compare, what to call them, and the revision ``before`` if the first is one; ``note`` on what is shown."""

    old: Snapshot
    new: Snapshot
    old_name: str
    new_name: str
    before: Revision | None = None
    note: str = ""


def sides_of(revision: Revision, thing: Any) -> Sides:
    name = f"Revision {revision.number}"
    base = Revision.objects.filter(kind=revision.kind, thing=revision.thing, number=revision.base).first()
    if not revision.is_pending or thing is None:
        old_name = f"Revision {revision.base}" if base else "Nothing"
        return Sides(base.snapshot if base else {}, revision.snapshot, old_name, name, base)
    live = snapshots.read(MODELS[revision.kind], [thing.pk])[thing.pk]
    live_name = f"Live: revision {thing.revision}"
    mine = resolved(revision.snapshot)
    notes = []
    if essence(mine) != essence(revision.snapshot):
        notes.append("What it speaks of and is gone by now is left out; a topic that was merged is the other one.")
    if thing.revision != revision.base and base is not None:
        notes.append(
            f"Its author had revision {revision.base} before them; revision {thing.revision} is live by now. "
            "On the right is what accepting it would make of the live version: what was changed since then is kept."
        )
        mine, _ = combined(resolved(base.snapshot), mine, live)
        name = f"{name}, pending, brought up to date"
    else:
        name = f"{name}, pending"
    return Sides(live, mine, live_name, name, note=" ".join(notes))


def decision_context(request: HttpRequest, revision: Revision, thing: Any, sides: Sides, kinds: list[str]) -> dict[str, Any]:
    """What the user may decide between the ``sides``; ``kinds`` are those of things they may look at."""
    waits = revision.is_pending and thing is not None
    publisher, own = may_publish(request.user), revision.author_id == request.user.pk
    return {
        "decides": revision.is_pending and publisher,
        "withdraws": revision.is_pending and own and not publisher,
        # Whoever accepts has it compared with the other questions by that.
        "faults": [why for why in faults_of([thing], {thing.pk: sides.new})[thing.pk] if why != NOT_COMPARED] if waits else [],
        "hindered": waits and thing.status == Status.PUBLISHED and bool(new_faults(thing, sides.old, sides.new)),
        "checked": waits,
        "next": next_waiting(revision, kinds),
    }


def next_waiting(revision: Revision, kinds: list[str]) -> Revision | None:
    """The revision that has waited longest among those saved after this one, else among all others."""
    others = Revision.objects.pending().filter(kind__in=kinds).exclude(pk=revision.pk)
    others = others.defer("snapshot").order_by("created_at", "pk")
    later = Q(created_at__gt=revision.created_at) | Q(created_at=revision.created_at, pk__gt=revision.pk)
    return others.filter(later).first() or others.first()
