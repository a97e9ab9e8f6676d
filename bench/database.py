"""``python -m bench.database SIZE …``: every part on one database, figures as JSON on standard output.

With ``DATABASE_URL`` it makes databases beside that one (PostgreSQL), without it files in a temporary folder (SQLite).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from bench.figures import Figure, to_json
from bench.part import measure

# The pages of the desk are promised for a bank of this size.
DESK = 200_000
# Parts that need a database without a bank of ours.
ALONE = ("imports", "occupations", "serving", "reading")


def main(sizes: list[int]) -> None:
    wanted = os.environ.get("BENCH_PARTS", "").split()
    plan: list[tuple[int, tuple[str, ...]]] = [(0, (part,)) for part in ALONE]
    plan += [(size, ("pages", "searches", *(["sitemaps"] if size == max(sizes) else []))) for size in sorted(sizes)]
    plan += [(min(DESK, max(sizes)), ("lists",))]
    with tempfile.TemporaryDirectory() as folder:
        for number, (questions, parts) in enumerate(plan):
            chosen = [part for part in parts if not wanted or part in wanted]
            if not chosen:
                continue
            with _database(folder, f"bench_{number}") as url:
                environment = os.environ | {"DATABASE_URL": url, "STATIC_ROOT": f"{folder}/static", "HTTPS": "off"}
                if questions:
                    _say(f"making a bank of {questions:,} questions")
                    subprocess.run([sys.executable, "-m", "bench.fill", str(questions)], env=environment, check=True)
                for part in chosen:
                    _report(measure(part, environment, questions))


@contextmanager
def _database(folder: str, name: str) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    lent = os.environ.get("DATABASE_URL")
    if not lent:
        path = Path(folder) / f"{name}.sqlite3"
        yield f"sqlite:///{path}"
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        return
    with psycopg.connect(lent, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        yield urlunsplit(urlsplit(lent)._replace(path=f"/{name}"))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


def _report(figures: list[Figure]) -> None:
    print(to_json(figures), flush=True)
    for figure in figures:
        _say(str(figure))


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
