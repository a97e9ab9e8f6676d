"""A measured figure beside what we promise."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``limit`` None: nothing is promised. ``questions`` and ``database`` say of which bank it is, where that matters."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    remark: str = ""
    questions: int = 0
    database: str = ""

    @property
    def kept(self) -> bool:
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        promise = "" if self.limit is None else f"of {self.limit:>6g}   {'ok' if self.kept else 'OVER'}"
        return f"{self.what:<52}{self.value:>9.2f} {self.unit:<3} {promise:<16} {self.remark}"


def to_json(figures: Iterable[Figure]) -> str:
    """A line for each figure."""
    return "\n".join(json.dumps(asdict(figure)) for figure in figures)


def from_json(lines: str) -> list[Figure]:
    return [Figure(**json.loads(line)) for line in lines.splitlines()]
