"""The figures in docs/reliability.md: each fault between two marker comments of its own, so that one can be measured anew."""

import datetime as dt
import os
import platform
import re
import sqlite3

from bench.figures import Figure

from .bounds import Bounds
from .site import ROOT

FILE = ROOT / "docs" / "reliability.md"
HEAD = "| What | Counted | Promised | |\n|---|---|---|---|"


def write(figures: dict[str, list[Figure]], bounds: Bounds) -> None:
    text = FILE.read_text(encoding="utf-8")
    for name, of_one in figures.items():
        block = f"<!-- {name}: written by the command -->\n{measured(name, bounds)}\n\n{table(of_one)}\n<!-- end of {name} -->"
        text, found = re.subn(rf"<!-- {name}: .*?<!-- end of {name} -->", lambda _, block=block: block, text, flags=re.DOTALL)
        if found != 1:
            raise SystemExit(f"{FILE} has no place for {name}: put <!-- {name}: --> and <!-- end of {name} --> there.")
    FILE.write_text(text, encoding="utf-8")


def measured(name: str, bounds: Bounds) -> str:
    """By which command, when and on what."""
    command = (
        f"python -m torture {name} --rounds {bounds.rounds} --seconds {bounds.seconds:g} --questions {bounds.questions} --write"
    )
    when = dt.datetime.now(dt.UTC).strftime("%d %B %Y, %H:%M UTC").lstrip("0")
    machine = f"{len(os.sched_getaffinity(0))} cores, {platform.system()} {platform.machine()}"
    return f"`{command}`, {when}; {machine}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."


def table(figures: list[Figure]) -> str:
    return "\n".join([HEAD, *map(_row, figures)])


def _row(figure: Figure) -> str:
    what = f"{figure.what} ({figure.database})" if figure.database else figure.what
    promised = "" if figure.limit is None else f"{figure.limit:g} {figure.unit}".strip()
    kept = "" if figure.limit is None else "kept" if figure.kept else "**broken**"
    value = f"{figure.value:,.2f} {figure.unit}" if figure.unit else f"{figure.value:,.0f}"
    cells = [what, f"{value} ({figure.remark})" if figure.remark else value, promised, kept]
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"
