"""The one way content changes: whatever changes it does so inside ``changing``, which writes down what came of it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.db import models, transaction
from django.db.models import Max

from questions.models import Revision
from questions.models.editorial import RevisionState

from .rights import Someone, name_of
from .snapshots import Snapshot, essence, read

BATCH = 500
BEFORE = "As it was before revisions were kept."


@dataclass
class Change:
    """What a block changed: the keys of the rows whose content is another one now, known when the block has ended."""

    changed: list[int] = field(default_factory=list)


@contextmanager
def changing(model: type[models.Model], keys: Collection[int], *, by: Someone, reason: str) -> Iterator[Change]:
    """Run the block in one transaction with these rows of ``model`` locked, then write an accepted revision of each changed one.

    ``reason`` says what was done, in a sentence of at most 300 characters.
    """
    change = Change()
    with transaction.atomic():
        before: dict[int, Snapshot] = {}
        revised: dict[int, int] = {}
        for batch in batched(sorted(set(keys)), BATCH):
            # In the order of the keys, so that two editors who change the same things wait for each other and not in a circle.
            # Without the keys themselves, which PostgreSQL looks at for whoever puts another thing beside this one.
            rows = model._default_manager.select_for_update(no_key=True).filter(pk__in=batch).order_by("pk")
            revised |= dict(rows.values_list("pk", "revision"))
            before |= read(model, batch)
        yield change
        for batch in batched(before, BATCH):
            after = read(model, batch)
            changed = {pk: after[pk] for pk in batch if pk in after and essence(after[pk]) != essence(before[pk])}
            # Of a bank older than its revisions, the first one says what was there.
            unknown = {pk: before[pk] for pk in changed if not revised[pk]}
            append(model, unknown, by=None, reason=BEFORE)
            append(model, changed, by=by, reason=reason)
            change.changed += changed


def created(model: type[models.Model], keys: Collection[int], *, by: Someone, reason: str) -> None:
    """Write the first revision of things made just now, in the same transaction."""
    for batch in batched(keys, BATCH):
        append(model, read(model, batch), by=by, reason=reason)


def begin(model: type[models.Model], key: int) -> None:
    """Write down what a thing says that is older than its revisions, so that a proposal has something to stand on."""
    if model._default_manager.filter(pk=key, revision=0).exists():
        append(model, read(model, [key]), by=None, reason=BEFORE)


def next_numbers(model: type[models.Model], keys: Collection[int]) -> dict[int, int]:
    """The number the next revision of each thing gets. The things must be locked."""
    rows = Revision.objects.filter(kind=model._meta.model_name, thing__in=keys).order_by().values("thing")
    last = dict(rows.annotate(last=Max("number")).values_list("thing", "last"))
    return {key: last.get(key, 0) + 1 for key in keys}


def revision_of(model: type[models.Model], key: int, snapshot: Snapshot, *, by: Any, reason: str, **columns: Any) -> Revision:
    """A revision of one thing, not saved yet."""
    return Revision(
        kind=str(model._meta.model_name),
        thing=key,
        title=str(snapshot.get("text") or snapshot["title"])[:200],
        snapshot=snapshot,
        author=by,
        author_name=name_of(by),
        reason=reason[:300],
        **columns,
    )


def append(model: type[models.Model], snapshots: dict[int, Snapshot], *, by: Someone, reason: str) -> None:
    """Write an accepted revision of each of these things, which are locked and say this."""
    numbers = next_numbers(model, snapshots)
    live = dict(model._default_manager.filter(pk__in=snapshots).values_list("pk", "revision"))
    Revision.objects.bulk_create(
        revision_of(
            model, pk, snapshot, by=by, reason=reason, number=numbers[pk], base=live[pk], state=RevisionState.ACCEPTED.value
        )
        for pk, snapshot in snapshots.items()
    )
    for number in set(numbers.values()):
        same = [pk for pk in snapshots if numbers[pk] == number]
        model._default_manager.filter(pk__in=same).update(revision=number)
