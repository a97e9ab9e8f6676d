"""What reading an O*NET database costs: 1,016 occupations with 57,000 other titles, into an empty bank and once more."""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from bench.words import some_words

OCCUPATIONS, TITLES = 1_016, 57_000
# What we promise, in seconds.
FIRST, AGAIN = 20, 20


def measure(_questions: int = 0) -> list[Figure]:
    """Needs an empty database."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "db_30_0_text"
        _write(folder)
        _manage("migrate", "--verbosity", "0")
        first, again = (_manage("import_onet", str(folder), "--create", "--quiet") for _ in range(2))
    return [
        Figure(f"occupations with {TITLES:,} other titles", first, "s", FIRST, f"{OCCUPATIONS:,} roles made"),
        Figure("the same release again", again, "s", AGAIN),
    ]


def _manage(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", *arguments], check=True)
    return time.perf_counter() - started


def _write(folder: Path) -> None:
    chance = random.Random(20261123)
    codes = [f"{11 + 2 * (number % 22)}-{1000 + number}.00" for number in range(OCCUPATIONS)]
    folder.mkdir()
    rows = [[code, f"{some_words(chance, 2).title()} Workers {code}", f"Look after {some_words(chance, 20)}."] for code in codes]
    _table(folder / "Occupation Data.txt", ["O*NET-SOC Code", "Title", "Description"], rows)
    rows = [[codes[number % OCCUPATIONS], f"{some_words(chance, 2).title()} {number}", "n/a", "08"] for number in range(TITLES)]
    _table(folder / "Alternate Titles.txt", ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"], rows)


def _table(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    path.write_text("\n".join("\t".join(row) for row in [columns, *rows]), encoding="utf-8")
