"""What a batch of guides makes and changes, so that each thing gets one revision when the batch ends.

One revision a batch, not one a guide: a question that a thousand roles share would else be written down a thousand times,
each time with all the roles it had by then.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import batched
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model
from django.utils.timezone import now

from questions.editorial.revisions import BEFORE, next_numbers
from questions.editorial.rights import name_of
from questions.editorial.snapshots import Snapshot, read
from questions.models import Question, ResourceLink, Revision, Role
from questions.models.editorial import RevisionState

from .inserting import insert

BATCH = 500
LONGEST_REASON = 300

type Keys = Collection[int]
type Thing = type[Model]


class Ledger:
    """``by`` is the key of the user who imports, None for a command."""

    def __init__(self, by: int | None = None) -> None:
        self.by = by
        self.name = name_of(get_user_model()._default_manager.filter(pk=by).first()) if by else ""
        self.made: dict[Thing, dict[int, str]] = defaultdict(dict)  # the guide that made it, by key
        self.changed: dict[Thing, dict[int, list[str]]] = defaultdict(dict)  # the guides that changed it, by key
        self.before: dict[Thing, dict[int, Snapshot]] = defaultdict(dict)  # of things that have no revision yet

    def note_made(self, model: Thing, keys: Iterable[int], source: str) -> None:
        self.made[model].update(dict.fromkeys(keys, source))

    def about_to_change(self, model: Thing, keys: Iterable[int], source: str) -> None:
        """To be called before the change: of a bank older than its revisions, the first one says what was there."""
        known = [key for key in keys if key not in self.made[model]]
        news = [key for key in known if key not in self.changed[model]]
        if news:
            unrevised = model._default_manager.filter(pk__in=news, revision=0).values_list("pk", flat=True)
            self.before[model] |= read(model, list(unrevised))
        for key in known:
            sources = self.changed[model].setdefault(key, [])
            if source not in sources:
                sources.append(source)

    def forget(self, source: str) -> None:
        """Take back what was noted of a guide whose transaction was rolled back."""
        for made in self.made.values():
            for key in [key for key, maker in made.items() if maker == source]:
                del made[key]
        for changed in self.changed.values():
            for key in [key for key, sources in changed.items() if source in sources]:
                changed[key].remove(source)
                if not changed[key]:
                    del changed[key]

    def write(self) -> None:
        """Write an accepted revision of everything noted; inside the transaction that made and changed it."""
        for model in (Role, Question, ResourceLink):
            for keys in batched(self.made[model], BATCH):
                self._write_made(model, keys)
            for keys in batched(sorted(self.changed[model]), BATCH):
                self._write_changed(model, keys)

    def _write_made(self, model: Thing, keys: Keys) -> None:
        snapshots = read(model, keys)
        insert(Revision, [self._row(model, key, snapshots[key], [self.made[model][key]], 1, 0) for key in snapshots])

    def _write_changed(self, model: Thing, keys: Keys) -> None:
        # Locked in the order of the keys, as editors' changes are, and read after that: what they saved meanwhile is in it.
        locked = model._default_manager.select_for_update().filter(pk__in=keys).order_by("pk")
        live = dict(locked.values_list("pk", "revision"))
        numbers, snapshots = next_numbers(model, live), read(model, live)
        rows, last = [], defaultdict(list)
        for key, snapshot in snapshots.items():
            number, base = numbers[key], live[key]
            if number == 1 and key in self.before[model]:
                first = self._row(model, key, self.before[model][key], [], 1, 0)
                rows.append(first | {"reason": BEFORE, "author": None, "author_name": ""})
                number, base = 2, 1
            rows.append(self._row(model, key, snapshot, self.changed[model][key], number, base))
            last[number].append(key)
        insert(Revision, rows)
        for number, same in last.items():
            model._default_manager.filter(pk__in=same).update(revision=number)

    def _row(self, model: Thing, key: int, snapshot: Snapshot, sources: list[str], number: int, base: int) -> dict[str, Any]:
        return {
            "kind": model._meta.model_name,
            "thing": key,
            "number": number,
            "base": base,
            "state": RevisionState.ACCEPTED.value,
            "title": str(snapshot.get("text") or snapshot["title"])[:200],
            "snapshot": snapshot,
            "author": self.by,
            "author_name": self.name,
            "reason": _reason(sources),
            "created_at": now(),
        }


def _reason(sources: list[str]) -> str:
    """“Imported from Field/Group/Role.md.”, and how many more guides said something about it."""
    if not sources:
        return ""
    name = "/".join(sources[0].split("/")[-3:])
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    room = LONGEST_REASON - len(f"Imported from {more}.")
    return f"Imported from {name if len(name) <= room else '…' + name[1 - room :]}{more}."
