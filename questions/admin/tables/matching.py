"""Which thing of the bank each row speaks of: by its id, else by what only one thing can have. A few queries a table."""

from collections.abc import Collection, Hashable, Iterator
from hashlib import blake2b
from itertools import batched
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from questions.editorial import editing, snapshots

from .cells import EMPTIED
from .entries import ID, Entry, Sort
from .names import Names
from .table import Table

BATCH = 500
LONGEST_KEY = 18  # digits, of a 64-bit number


def identified(table: Table, sort: Sort, names: Names) -> list[Entry]:
    """The rows of ``table``, each with the key of the thing it speaks of, or with faults."""
    entries = [Entry(line, cells) for line, cells in zip(table.lines, table.rows, strict=True)]
    for entry in entries:
        _read_id(entry)
        if not entry.pk and not entry.faults:
            _read_identity(entry, sort, names)
    there = set(_existing(sort, [entry.pk for entry in entries if entry.pk]))
    held = _holders(sort, [entry.key for entry in entries if entry.key])
    first: dict[int, Entry] = {}
    for entry in entries:
        if entry.pk and entry.pk not in there:
            entry.refuse(ID, f"There is no {sort.model._meta.verbose_name} {entry.pk}. Leave the id empty for a new one.")
        entry.pk = entry.pk or held.get(entry.key)
        other = first.setdefault(entry.pk, entry) if entry.pk else entry
        if other is not entry:
            entry.refuse(ID, f"Line {other.line} speaks of the same {sort.model._meta.verbose_name}. Keep one of the two.")
    return entries


def filled(entries: list[Entry], sort: Sort, names: Names, by: AbstractBaseUser) -> None:
    """Let every entry know what its thing says now, and what it is to say."""
    for batch in batched([entry for entry in entries if entry.pk and not entry.faults], BATCH):
        keys = [entry.pk for entry in batch if entry.pk]
        things: dict = sort.model._default_manager.in_bulk(keys)
        said = snapshots.read(sort.model, keys)
        for entry in batch:
            if entry.pk in said:
                entry.thing, entry.before = things[entry.pk], said[entry.pk]
    for entry in entries:
        if entry.faults:
            continue
        if entry.thing and editing.waits_for_publisher(entry.thing, by):
            # Who may not publish goes on from the revision that waits.
            entry.before = editing.version_for(entry.thing, by)[1] or entry.before
        entry.wanted = sort.put(entry, entry.before or sort.blank(), names)
        sort.put_status(entry)
    _refuse_doubles([entry for entry in entries if not entry.faults], sort)


def version(entries: list[Entry]) -> str:
    """A digest of the versions the rows were compared with: another one means that somebody has saved since."""
    versions = [(entry.line, entry.pk, entry.thing and (entry.thing.revision, entry.thing.status)) for entry in entries]
    return blake2b(repr(versions).encode(), digest_size=16).hexdigest()


def _read_id(entry: Entry) -> None:
    said = str(entry.cells.get(ID) or "").strip()
    if said.isascii() and said.isdecimal() and len(said) <= LONGEST_KEY:
        entry.pk = int(said) or None
    elif said:
        entry.refuse(ID, f"“{said[:40]}” is no id. Leave the cell as the export wrote it, or empty for a new row.")


def _read_identity(entry: Entry, sort: Sort, names: Names) -> None:
    missing = [name for name in sort.identity if name != "field" and entry.cells.get(name) in (None, "", EMPTIED)]
    for name in missing:
        entry.refuse(name, "It is empty. A row without an id needs it.")
    if missing:
        return
    wanted = sort.put(entry, sort.blank(), names, only=sort.identity)
    if not entry.faults:
        _read_key(entry, sort, wanted)


def _read_key(entry: Entry, sort: Sort, snapshot: snapshots.Snapshot) -> None:
    try:
        entry.key = sort.key_of(snapshot)
    except ValueError:
        entry.refuse(sort.identity[-1], "This is not valid. An address starts with https:// or http://.")


def _refuse_doubles(entries: list[Entry], sort: Sort) -> None:
    for entry in entries:
        _read_key(entry, sort, entry.wanted)
    held = _holders(sort, [entry.key for entry in entries if entry.key])
    others: dict = {}
    for batch in batched({held[entry.key] for entry in entries if held.get(entry.key, entry.pk) != entry.pk}, BATCH):
        others |= sort.model._default_manager.in_bulk(batch)
    first: dict[Hashable, Entry] = {}
    for entry in entries:
        holder = held.get(entry.key, entry.pk)
        if holder != entry.pk:
            entry.refuse(sort.identity[-1], f"The bank has this already, as number {holder}: “{others.get(holder)}”.")
        elif first.setdefault(entry.key, entry) is not entry:
            entry.refuse(sort.identity[-1], f"Line {first[entry.key].line} says the same. Keep one of the two.")


def _existing(sort: Sort, keys: Collection[int]) -> Iterator[int]:
    for batch in batched(keys, BATCH):
        yield from sort.model._default_manager.filter(pk__in=batch).values_list("pk", flat=True)


def _holders(sort: Sort, keys: list[Any]) -> dict[Hashable, int]:
    return {key: pk for batch in batched(keys, BATCH) for key, pk in sort.holders(list(batch))}
