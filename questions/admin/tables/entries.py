"""A row of a table beside the bank: which thing it speaks of, what that says now, and what the row wants it to say."""

from collections.abc import Hashable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from questions.editorial import snapshots
from questions.editorial.snapshots import Snapshot
from questions.vocabulary import Status

from .cells import EMPTIED, text_of
from .columns import Cells, Column, word_of
from .names import Names

# Columns that belong to every table and to no snapshot.
ID, STATUS = "id", "status"


@dataclass
class Entry:
    """One row. ``pk`` is None for a new thing; ``faults`` says by column why the row cannot be taken in."""

    line: int
    cells: Cells
    pk: int | None = None
    thing: Any = None
    before: Snapshot = field(default_factory=dict)
    wanted: Snapshot = field(default_factory=dict)
    key: Hashable = None
    status: str = ""
    faults: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.wanted.get("text") or self.wanted.get("title") or "")

    @property
    def writes(self) -> bool:
        return self.pk is None or snapshots.essence(self.before) != snapshots.essence(self.wanted)

    @property
    def moves(self) -> bool:
        """Whether its status is to become another one."""
        return bool(self.status) and self.status != (self.thing.status if self.pk else Status.DRAFT)

    def refuse(self, column: str, *messages: str) -> None:
        self.faults.setdefault(column, []).extend(messages)


class Sort:
    """One sort of thing that tables hold."""

    model: type[Model]
    columns: list[Column]
    # Which columns say what a row without an id speaks of; these can never be emptied.
    identity: tuple[str, ...]
    # What hangs on a thing as lists, beside its columns.
    lists: tuple[str, ...]

    def key_of(self, snapshot: Snapshot) -> Hashable:
        """What only one thing of the sort can have. Raises ValueError where the snapshot has none."""
        raise NotImplementedError

    def holders(self, keys: list[Any]) -> Iterable[tuple[Hashable, int]]:
        """The things that have one of ``keys``: that key, and the thing's own."""
        raise NotImplementedError

    @classmethod
    def headers(cls) -> list[str]:
        names = [column.name for column in cls.columns]
        return [ID, *names, STATUS]

    def blank(self) -> Snapshot:
        """What a new thing says before anything is written into it."""
        new: Any = self.model()
        texts = {name: new.group_id if name == "group" else getattr(new, name) for name in snapshots.TEXTS[self.model]}
        return {name: snapshots.plain(value) for name, value in texts.items()} | {name: [] for name in self.lists}

    def told(self, pk: int, snapshot: Snapshot, names: Names) -> list[Any]:
        """The cells of a thing's row."""
        return [pk, *(column.told(snapshot, names) for column in self.columns), snapshot["status"]]

    def put(self, entry: Entry, before: Snapshot, names: Names, only: tuple[str, ...] = ()) -> Snapshot:
        """``before`` with what the cells of ``entry`` say (those in ``only``, if given); what is wrong becomes its faults.

        An empty cell, and one that says what an export would write there, leaves what is there as it is.
        """
        wanted = deepcopy(before)
        for column in self.columns:
            cell = entry.cells.get(column.name)
            if not cell or (only and column.name not in only):
                continue
            if text_of(column.told(before, names)) == str(cell):
                continue
            try:
                if cell is EMPTIED and column.name in (*self.identity, "kind", "source_kind"):
                    raise ValidationError("It cannot be empty.")
                column.put(wanted, "" if cell is EMPTIED else cell, entry.cells, names)
            except ValidationError as error:
                entry.refuse(column.name, *error.messages)
        return wanted

    def put_status(self, entry: Entry) -> None:
        if cell := entry.cells.get(STATUS):
            try:
                entry.status = word_of(Status, STATUS, str(cell)).value
            except ValidationError as error:
                entry.refuse(STATUS, *error.messages)
