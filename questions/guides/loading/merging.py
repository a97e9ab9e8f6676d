"""The three-way merge of one row: what the guide said last time, what it says now, what the bank holds. No database here."""

from dataclasses import dataclass
from typing import Any

from .states import Held
from .wanted import Wanted


@dataclass(slots=True)
class Merge:
    """``values`` is the row's new state, or None to leave it; ``kept`` tells that an editor's change was left alone."""

    values: dict[str, Any] | None = None
    kept: bool = False


def merge(held: Held, wanted: Wanted, said_before: str | None, *, overwrite: bool) -> Merge:
    """Decide about a row that exists. ``said_before`` is the digest of what this guide said last time, None for never.

    A guide that speaks of a row for the first time only fills what is empty: another guide or an editor came first. One
    that changed what it says brings the row up to date. Both only while no editor has touched the row.
    """
    if overwrite:
        values = overwritten(held.values, wanted.said)
    elif said_before == wanted.digest:
        values = held.values
    elif said_before is None:
        values = added(held.values, wanted.said)
    else:
        values = replaced(held.values, wanted.said)
    changes = values != held.values
    if held.untouched or overwrite:
        return Merge(values=values if changes else None)
    return Merge(kept=changes or said_before is not None)


def added(held: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """``held`` with what it leaves empty taken from ``said``; topics and benchmarks are joined."""
    merged = {column: value or said.get(column) or value for column, value in held.items()}
    return merged | _joined(held, said)


def replaced(held: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """``held`` brought up to date with ``said``. What ``said`` leaves open stays; nothing is taken out of lists."""
    merged = {column: said.get(column) or value for column, value in held.items()}
    if "follow_ups" in held:
        merged["follow_ups"] = said["follow_ups"] + [text for text in held["follow_ups"] if text not in said["follow_ups"]]
    return merged | _joined(said, held)


def overwritten(held: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """``held`` as ``said`` has it, lists included. What ``said`` leaves open stays; topics are joined: other guides speak too."""
    merged = {column: said.get(column) or value for column, value in held.items()}
    return merged | {column: joined for column, joined in _joined(said, held).items() if column != "benchmarks"}


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    joined: dict[str, Any] = {}
    for column in ("topics", "aliases"):
        if column in first:
            joined[column] = sorted({*first[column], *second[column]})
    if "benchmarks" in first:
        joined["benchmarks"] = second["benchmarks"] | first["benchmarks"]
    return joined
