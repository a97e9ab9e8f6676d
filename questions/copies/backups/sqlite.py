"""SQLite: out by its online backup, and back by the same into the live file.

Into the file and not in its place: the server's processes keep it open for ever, and a renamed file would leave them on the
old one, with the new one's log beside it. A backup into it is one transaction: they see the old content until it is whole.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections

from ..whole import CopyError
from .archive import CHUNK, Progress
from .manifest import PASSING, Manifest, State, state

MEMBER = "database.sqlite3"
COMPRESS = True
PAGES = 2_000  # a step: 8 MB
WAIT = 20  # seconds for others to finish writing
TRIES = 3


@contextmanager
def snapshot(folder: Path, progress: Progress) -> Iterator[tuple[State, Iterator[bytes]]]:
    """The state of the database at one moment, and its bytes from a copy in ``folder``. Others read and write meanwhile."""
    copy = folder / MEMBER
    with closing(_open(_live())) as live, closing(sqlite3.connect(copy)) as target:
        # In a transaction that only reads, no change of others makes the backup begin anew.
        live.execute("BEGIN")
        live.execute("SELECT 1 FROM sqlite_master").fetchone()
        size = live.execute("PRAGMA page_size").fetchone()[0]
        live.backup(target, pages=PAGES, progress=lambda _, left, all: progress("copying", (all - left) * size, all * size))
    _stand_alone(copy)
    _check(copy)
    with standing_in(copy):
        found = state()
    yield found, _read(copy, progress)


def check(path: Path, manifest: Manifest) -> None:
    """Raises CopyError unless the database at ``path`` is whole and holds what ``manifest`` says."""
    _check(path)
    with standing_in(path):
        found = state()
    if (found.counts, found.migrations) != (manifest.counts, manifest.migrations):
        raise CopyError("This archive is damaged: its database does not hold what its manifest says.")


def restore(path: Path, manifest: Manifest, before: Callable[[], None], progress: Progress) -> None:
    """Put the database at ``path`` (which changes: it is brought up to this code first) in the place of the live one.

    ``before`` is called when nothing but that is left to do.
    """
    check(path, manifest)
    with standing_in(path):
        try:
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            ContentType.objects.clear_cache()  # which keeps rows of whichever database
    _stand_alone(path)
    before()
    connection.close()
    with closing(_open(_live(), create=True)) as live, closing(sqlite3.connect(path)) as source:
        _renew(source, live)
        _fit(source, live)
        size = live.execute("PRAGMA page_size").fetchone()[0]
        busy = 0

        def step(status: int, left: int, all: int) -> None:
            nonlocal busy
            busy = busy + 1 if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else 0
            if busy >= TRIES:
                raise CopyError(f"Somebody has been writing for {TRIES * WAIT} seconds. Nothing was changed: try again later.")
            progress("restoring", (all - left) * size, all * size)

        source.backup(live, pages=PAGES, progress=step)


@contextmanager
def standing_in(path: Path) -> Iterator[None]:
    """Let the database at ``path`` be Django's default one in this thread: whatever reads and migrates, does so there."""
    usual = connections["default"]
    # The usual first commands would turn the copy into one with a log beside it.
    options = {name: value for name, value in usual.settings_dict["OPTIONS"].items() if name != "init_command"}
    connections["default"] = copy = type(usual)({**usual.settings_dict, "NAME": str(path), "OPTIONS": options}, "default")
    try:
        yield
    finally:
        copy.close()
        connections["default"] = usual


def _live() -> Path:
    return Path(connections["default"].settings_dict["NAME"]).resolve()


def _open(path: Path, *, create: bool = False) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}?mode={'rwc' if create else 'rw'}"
    try:
        return sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise CopyError(f"The database {path} could not be opened: {error}.") from error


def _stand_alone(path: Path) -> None:
    """Let the file hold everything, without a log beside it; but nobody's session."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("PRAGMA secure_delete=ON")  # overwrites what it deletes
        there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        with copy:
            for table in PASSING & there:
                copy.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours


def faults_of(path: Path) -> list[str]:
    """What is damaged in the database at ``path``, which others may use meanwhile; nothing, if it is whole."""
    with closing(sqlite3.connect(path, timeout=WAIT)) as copy:
        try:
            faults = [row[0] for row in copy.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            faults += [f"{row[0]} refers to a missing row of {row[2]}" for row in copy.execute("PRAGMA foreign_key_check")][:3]
            return faults + _unlike(copy)
        except sqlite3.DatabaseError as error:
            return [str(error)]


def _check(path: Path) -> None:
    if faults := faults_of(path):
        raise CopyError(f"The database is damaged: {'; '.join(faults[:3])}.")


def _unlike(copy: sqlite3.Connection) -> list[str]:
    """The search indexes that do not say what their tables do."""
    indexes = copy.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5(%'").fetchall()
    faults = []
    for (index,) in indexes:
        try:
            copy.execute(f'INSERT INTO "{index}"("{index}", rank) VALUES (\'integrity-check\', 1)')  # noqa: S608 - a name of its own
        except sqlite3.DatabaseError as error:
            faults.append(f"the search index {index}: {error}")
    copy.rollback()
    return faults


def _renew(source: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """A content version that no cache has seen, above both."""
    there = live.execute("SELECT 1 FROM sqlite_master WHERE name = 'content_version'").fetchone()
    number = live.execute("SELECT max(number) FROM content_version").fetchone()[0] if there else 0
    with source:
        source.execute("UPDATE content_version SET number = max(number, ?) + 1, word = hex(randomblob(8))", [number])


def _fit(source: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """A database with a log takes only pages of its own size."""
    ours, theirs = (each.execute("PRAGMA page_size").fetchone()[0] for each in (source, live))
    if ours != theirs:
        source.execute(f"PRAGMA page_size={theirs}")
        source.execute("VACUUM")


def _read(path: Path, progress: Progress) -> Iterator[bytes]:
    size, done = path.stat().st_size, 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
            done += len(chunk)
            progress("packing", done, size)


def workplace() -> Path:
    """Where there must be room for the unpacked database: beside the live one."""
    return _live().parent
