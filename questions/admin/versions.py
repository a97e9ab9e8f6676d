"""Two versions of a thing side by side, as texts: for the editor whose save was refused because a colleague saved first."""

from dataclasses import dataclass
from typing import Any

from questions.editorial.snapshots import STATE, Snapshot, essence


@dataclass(frozen=True)
class Difference:
    part: str
    theirs: str
    yours: str


def differences(theirs: Snapshot, yours: Snapshot) -> list[Difference]:
    """The parts in which the two differ, each as it would be read."""
    one, other = essence(theirs), essence(yours)
    names = [name for name in yours if name not in STATE and one.get(name) != other.get(name)]
    return [Difference(name.replace("_", " "), in_words(theirs.get(name)), in_words(yours[name])) for name in names]


def in_words(value: Any) -> str:
    """A part of a snapshot as text: a line for each entry of a list."""
    if isinstance(value, list):
        return "\n".join(_entry(entry) for entry in value) or "nothing"
    return str(value) if value not in (None, "") else "nothing"


def _entry(entry: Any) -> str:
    if not isinstance(entry, list):
        return str(entry)
    if isinstance(entry[0], int):  # a topic, a role, a link: [key, name, …]
        section = next((part[1] for part in entry[2:] if isinstance(part, list)), "")
        return f"{entry[1]}, under {section}" if section else str(entry[1])
    return ": ".join(map(str, entry))
