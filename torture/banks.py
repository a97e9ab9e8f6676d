"""Banks to break: a made-up one on SQLite or PostgreSQL, made once and copied for each fault."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from .postgres import Postgres
from .site import ROOT, Site

FIFTY = "fifty-questions"  # the role of bench/bank.py that has just so many
# What visitors ask for: kept pages, pages made anew, a search that is never kept.
PATHS = [
    f"/roles/{FIFTY}/",
    "/",
    "/roles/",
    "/topics/",
    f"/roles/{FIFTY}/sheet/",
    "/healthz",
    "/topics/topic-1/",
    "/roles/role-1/",
]
SQLITE, POSTGRESQL = "sqlite", "postgresql"


@contextmanager
def on_sqlite(questions: int, **settings: str) -> Iterator[Site]:
    """A site with a bank of its own, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="prepsite-torture-") as name:
        folder = Path(name)
        shutil.copyfile(_filled(questions), folder / "bank.sqlite3")
        yield Site(folder, f"sqlite:///{folder}/bank.sqlite3", **settings)


@contextmanager
def on_postgresql(questions: int, **settings: str) -> Iterator[tuple[Site, Postgres]]:
    """The same on a PostgreSQL of its own that can be restarted."""
    with tempfile.TemporaryDirectory(prefix="prepsite-torture-") as name, Postgres() as server:
        site = Site(Path(name), server.url, **settings)
        _fill(server.url, questions)
        yield site, server


@contextmanager
def on_either(database: str, questions: int, **settings: str) -> Iterator[Site]:
    if database == SQLITE:
        with on_sqlite(questions, **settings) as site:
            yield site
    else:
        with on_postgresql(questions, **settings) as (site, _):
            yield site


@cache
def _filled(questions: int) -> Path:
    """An SQLite database with a bank, to copy."""
    folder = Path(_own_folder().name)
    path = folder / f"{questions}.sqlite3"
    _fill(f"sqlite:///{path}", questions)
    return path


@cache
def _own_folder() -> "tempfile.TemporaryDirectory[str]":
    """Gone when this process ends."""
    return tempfile.TemporaryDirectory(prefix="prepsite-torture-banks-")


def _fill(database: str, questions: int) -> None:
    environment = os.environ | {
        "ENV_FILE": "/dev/null",
        "SECRET_KEY": "only for this site",
        "HTTPS": "off",
        "DATABASE_URL": database,
    }
    subprocess.run([sys.executable, "-m", "bench.fill", str(questions)], cwd=ROOT, env=environment, check=True)
