"""Saving what an editor wrote: live where they may publish or the thing is no public one, else as a pending revision.

A thing has at most one pending revision; whoever edits next goes on from it. Publishers accept it or send it back.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from questions.models import Revision
from questions.models.editorial import RevisionState
from questions.vocabulary import Status

from . import snapshots
from .checklist import new_faults
from .combining import combined
from .places import also_changing
from .resolving import resolved
from .revisions import append, begin, changing, created, next_numbers, revision_of
from .rights import may_edit, may_publish, name_of
from .snapshots import Snapshot, content, essence
from .writing import write


class StaleError(Exception):
    """Somebody saved first: what the editor had before them, revision ``base``, is no longer what stands there."""


class NotPossibleError(Exception):
    """A revision that cannot be accepted or brought back; the message says why, in a sentence for people."""


@dataclass(frozen=True)
class Saved:
    """What became of an edit: ``pending`` waits for a publisher, None if the edit is live; ``changed`` tells no-ops."""

    pending: Revision | None = None
    changed: bool = True


def waits_for_publisher(thing: Any, user: Any) -> bool:
    """Whether an edit of ``thing`` by ``user`` becomes a pending revision instead of showing at once."""
    return thing.status == Status.PUBLISHED and not may_publish(user)


def pending_of(thing: Any) -> Revision | None:
    return Revision.objects.of(thing).pending().first()


def version_for(thing: Any, user: Any) -> tuple[int, Snapshot | None]:
    """What ``user`` edits: the number of the revision, and its snapshot, brought up to date, if it is not the live content."""
    pending = _waiting(thing, user)
    return (pending.number, resolved(pending.snapshot)) if pending else (thing.revision, None)


def _waiting(thing: Any, user: Any) -> Revision | None:
    """The pending revision ``user`` goes on from."""
    return pending_of(thing) if waits_for_publisher(thing, user) else None


def create(thing: Any, snapshot: Snapshot, *, by: Any, reason: str = "Written.") -> None:
    """Bring a new thing into the bank as a draft of ``by``."""
    with transaction.atomic():
        thing.created_by = by
        thing.status = Status.DRAFT.value
        _write(thing, snapshot, by)
        created(type(thing), [thing.pk], by=by, reason=reason)


def save(thing: Any, snapshot: Snapshot, *, by: Any, base: int, reason: str = "Edited.") -> Saved:
    """Save ``snapshot`` as the content of ``thing``, written by ``by`` on top of revision ``base``.

    Raises StaleError if another version stands there by now, ValidationError where the bank refuses it or the checklist finds
    in something published what it did not find before, PermissionDenied.
    """
    model = type(thing)
    with changing(model, [thing.pk], by=by, reason=reason) as change:
        now = model._default_manager.filter(pk=thing.pk).first()
        if now is None:
            raise StaleError
        if not (may_edit(by, now) or may_publish(by)):
            raise PermissionDenied
        waiting = _waiting(now, by)
        if base != (waiting.number if waiting else now.revision):
            raise StaleError
        if waits_for_publisher(now, by):
            return Saved(*_propose(now, snapshot, by=by, reason=reason))
        if found := _new_faults(now, snapshots.read(model, [now.pk])[now.pk], snapshot):
            raise ValidationError([f"It is published, and would no longer pass the checklist: {reason}." for reason in found])
        _write(now, snapshot, by)
    return Saved(changed=bool(change.changed))


def _propose(thing: Any, said: Snapshot, *, by: Any, reason: str) -> tuple[Revision | None, bool]:
    model = type(thing)
    live = snapshots.read(model, [thing.pk])[thing.pk]
    before = pending_of(thing)
    wanted = live | content(resolved(said))
    if essence(wanted) == essence(resolved(before.snapshot) if before else live):
        return before, False
    begin(model, thing.pk)
    thing.refresh_from_db(fields=["revision"])
    if before:
        _decide(before, RevisionState.REPLACED, by, "")
    [number] = next_numbers(model, [thing.pk]).values()
    pending = revision_of(
        model,
        thing.pk,
        wanted,
        by=by,
        reason=reason,
        number=number,
        base=before.base if before else thing.revision,
        state=RevisionState.PENDING.value,
    )
    pending.save(force_insert=True)
    return pending, True


def accept(revision: Revision, *, by: Any, note: str = "") -> None:
    """Make a pending revision live, without what is gone. What changed in the meantime is kept where the revision left it alone.

    Raises NotPossibleError where both changed the same part, where the checklist finds something new, or where it was decided
    already.
    """
    model: Any = _model_of(revision)
    with transaction.atomic():
        thing = _locked(model, revision)
        revision = Revision.objects.select_for_update().get(pk=revision.pk)
        if not may_publish(by):
            raise PermissionDenied
        if not revision.is_pending:
            raise NotPossibleError(f"It is no longer pending: {revision.get_state_display().lower()}.")
        live = snapshots.read(model, [thing.pk])[thing.pk]
        wanted, up_to_date = resolved(revision.snapshot), thing.revision == revision.base
        if not up_to_date:
            wanted = _merged(resolved(_base_of(revision, live)), wanted, live)
        if found := _new_faults(thing, live, wanted):
            raise NotPossibleError(f"It cannot be accepted as it is: {'; '.join(found)}. Mend that in its form, or send it back.")
        _accept(thing, wanted, by)
        written = snapshots.read(model, [thing.pk])[thing.pk]
        if up_to_date and essence(written) == essence(revision.snapshot):
            _decide(revision, RevisionState.ACCEPTED, by, note)
            model._default_manager.filter(pk=thing.pk).update(revision=revision.number)
            return
        # Something else than it says is live by now, so it is a later revision that says so.
        _decide(revision, RevisionState.REPLACED, by, note)
        if essence(written) != essence(live):
            reason = f"Revision {revision.number}, brought up to date."
            append(model, {thing.pk: written}, by=revision.author, reason=reason)


def decline(revision: Revision, *, by: Any, note: str = "") -> None:
    """Send a pending revision back; it stays in the history. Its own author may take it back too."""
    model: Any = _model_of(revision)
    with transaction.atomic():
        # Its thing first, as everybody else does: whoever goes on with the revision at this moment waits, and is told.
        model._default_manager.select_for_update(no_key=True).filter(pk=revision.thing).first()
        revision = Revision.objects.select_for_update().get(pk=revision.pk)
        if not (may_publish(by) or revision.author_id == by.pk):
            raise PermissionDenied
        if not revision.is_pending:
            raise NotPossibleError(f"It is no longer pending: {revision.get_state_display().lower()}.")
        _decide(revision, RevisionState.DECLINED, by, note)


def revert(revision: Revision, *, by: Any, base: int) -> Saved:
    """Bring back the content of an older revision, as a new one; status and times stay as they are."""
    model: Any = _model_of(revision)
    thing = model._default_manager.filter(pk=revision.thing).first()
    if thing is None:
        raise NotPossibleError("It has been deleted since.")
    try:
        return save(thing, revision.snapshot, by=by, base=base, reason=f"Back to revision {revision.number}.")
    except ValidationError as error:
        raise NotPossibleError(" ".join(error.messages)) from None


def _model_of(revision: Revision) -> type[models.Model]:
    return next(model for model in snapshots.TEXTS if model._meta.model_name == revision.kind)


def _locked(model: type[models.Model], revision: Revision) -> Any:
    thing = model._default_manager.select_for_update(no_key=True).filter(pk=revision.thing).first()
    if thing is None:
        raise NotPossibleError("It has been deleted since.")
    return thing


def _new_faults(thing: Any, live: Snapshot, wanted: Snapshot) -> list[str]:
    """Why what is published would not be published as ``wanted``: what was so before is no reason to refuse a change."""
    return new_faults(thing, live, live | resolved(wanted)) if thing.status == Status.PUBLISHED else []


def _write(thing: Any, snapshot: Snapshot, by: Any) -> None:
    with also_changing(thing, snapshot, by=by):
        write(thing, snapshot)


def _accept(thing: Any, snapshot: Snapshot, by: Any) -> None:
    try:
        _write(thing, snapshot, by)
    except ValidationError as error:
        raise NotPossibleError(" ".join(error.messages)) from None


def _decide(revision: Revision, state: RevisionState, by: Any, note: str) -> None:
    revision.state = state.value
    revision.decided_by, revision.decided_by_name = by, name_of(by)
    revision.decided_at = timezone.now()
    revision.decision = note[:300]
    revision.save(update_fields=["state", "decided_by", "decided_by_name", "decided_at", "decision"])


def _base_of(revision: Revision, live: Snapshot) -> Snapshot:
    base = Revision.objects.filter(kind=revision.kind, thing=revision.thing, number=revision.base).first()
    return base.snapshot if base else live


def _merged(base: Snapshot, mine: Snapshot, live: Snapshot) -> Snapshot:
    """As ``combined``; raises NotPossibleError where both changed the same parts."""
    both, met = combined(base, mine, live)
    if met:
        parts = ", ".join(name.replace("_", " ") for name in met)
        raise NotPossibleError(f"The live version was changed in the same place since: {parts}. Edit it once more from both.")
    return both
