"""PostgreSQL: out by pg_dump, and back by what pg_restore says, in one transaction.

pg_dump reads the snapshot our own transaction exports, so what we count is what it writes. On the way back our transaction
clears the schema, runs the statements of pg_restore, migrates and compares; if any of that fails there was nothing.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import IO, cast

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

from ..whole import CopyError
from . import dumped
from .archive import CHUNK, Progress
from .manifest import PASSING, Manifest, State, count_of, state

MEMBER = "database.pgdump"
COMPRESS = False  # pg_dump does
WAIT = "60s"  # for others to finish what they do with our tables
# Everything in our schema that no extension brought, in an order in which it can go.
OURS = """
WITH ours (kind, catalog, oid, name) AS (
    SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
        'pg_class'::regclass, oid, oid::regclass::text
    FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT 'ROUTINE', 'pg_proc'::regclass, oid, oid::regprocedure::text
    FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    UNION ALL SELECT 'TEXT SEARCH CONFIGURATION', 'pg_ts_config'::regclass, oid, oid::regconfig::text
    FROM pg_ts_config WHERE cfgnamespace = current_schema()::regnamespace
    UNION ALL SELECT 'TEXT SEARCH DICTIONARY', 'pg_ts_dict'::regclass, oid, oid::regdictionary::text
    FROM pg_ts_dict WHERE dictnamespace = current_schema()::regnamespace
)
SELECT format('DROP %s IF EXISTS %s CASCADE', kind, name) FROM ours WHERE NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = catalog AND objid = ours.oid AND deptype = 'e'
) ORDER BY kind = 'TABLE' DESC, kind
"""


def workplace() -> Path:
    """Where there must be room for the dump: the folder for temporary files."""
    return Path(gettempdir())


@contextmanager
def snapshot(folder: Path, progress: Progress) -> Iterator[tuple[State, Iterator[bytes]]]:
    """The state of the database at one moment, and pg_dump's bytes of it. Others read and write meanwhile."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        _take_time(cursor)
        cursor.execute("SELECT pg_export_snapshot()")
        (exported,) = cursor.fetchone()
        found = state()
        arguments = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={exported}", f"--schema={found.place}"]
        arguments += [f"--exclude-table-data={table}" for table in PASSING]
        yield found, _dump(arguments, progress)


def check(path: Path, manifest: Manifest) -> None:
    """Raises CopyError unless pg_restore reads the dump at ``path`` to its end. The rows are counted when it is restored."""
    for _ in _output("pg_restore", ["--file=-", str(path)]):
        pass


def restore(path: Path, manifest: Manifest, before: Callable[[], None], progress: Progress) -> None:
    """Put the dump at ``path`` in the place of the live tables, brought up to this code. ``before`` is called first.

    Readers wait while it runs, and see the old or the new content, nothing between.
    """
    check(path, manifest)
    if state().place != manifest.place:
        raise CopyError(f"The archive is of the schema “{manifest.place}”: make that the first of this account's search_path.")
    before()
    kept = path.with_suffix(".list")
    kept.write_bytes(b"".join(dumped.wanted(_output("pg_restore", ["--list", str(path)]))))
    try:
        with transaction.atomic(durable=True):
            _replace(path, kept, manifest, progress)
    finally:
        ContentType.objects.clear_cache()
    with connection.cursor() as cursor:
        # How frequent words are is told from the statistics, which a dump does not hold.
        cursor.execute("ANALYZE")


def _replace(path: Path, kept: Path, manifest: Manifest, progress: Progress) -> None:
    with connection.cursor() as cursor:
        _take_time(cursor)
        cursor.execute(f"SET LOCAL lock_timeout = '{WAIT}'")
        cursor.execute("SHOW search_path")
        (usual,) = cursor.fetchone()
        for extension in manifest.extensions:
            cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {connection.ops.quote_name(extension)}")
        cursor.execute(OURS)
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute("SELECT name FROM pg_settings")
        settings = {name for (name,) in cursor.fetchall()}
        done = 0
        for section in ("pre-data", "data", "post-data"):
            lines = _output("pg_restore", [f"--section={section}", f"--use-list={kept}", "--file=-", str(path)])
            for step in dumped.steps(lines, settings):
                if isinstance(step, dumped.Statements):
                    cursor.execute(step.sql)
                    continue
                with cursor.copy(step.sql) as copy:
                    for rows in step.rows:
                        copy.write(rows)
                        done += len(rows)
                        progress("restoring", done, 0)
        cursor.execute("SELECT set_config('search_path', %s, false)", [usual])
        _compare(manifest)
        # Foreign keys are checked at once, not at the end: a migration cannot change a table that still has checks to come.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        call_command("migrate", verbosity=0, interactive=False)
        # A content version that no cache has seen.
        cursor.execute("DELETE FROM content_change")
        cursor.execute("INSERT INTO content_change VALUES (pg_current_xact_id(), clock_timestamp())")


def _compare(manifest: Manifest) -> None:
    there = set(connection.introspection.table_names())
    unlike = [table for table, rows in manifest.counts.items() if table not in there or count_of(table) != rows]
    if unlike:
        raise CopyError(f"This archive is damaged: {', '.join(unlike[:3])} does not hold what its manifest says.")


def _take_time(cursor) -> None:
    """Lift the limits that are for visitors' requests, until the end of the transaction."""
    for name in ("statement_timeout", "idle_in_transaction_session_timeout"):
        cursor.execute(f"SET LOCAL {name} = 0")


def _dump(arguments: list[str], progress: Progress) -> Iterator[bytes]:
    done = 0
    for chunk in _output("pg_dump", arguments, connect=True):
        yield chunk
        done += len(chunk)
        progress("copying", done, 0)


def _output(program: str, arguments: list[str], *, connect: bool = False) -> Iterator[bytes]:
    """What ``program`` writes: connected to the database in pieces of any kind, else line by line. Raises CopyError."""
    # As Django calls psql: its name, how to connect, the database.
    client, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [program, *arguments, *(client[1:] if connect else [])]
    with TemporaryFile() as complaints:
        try:
            running = subprocess.Popen(  # noqa: S603 - a program of PostgreSQL's, and words of ours
                command, stdout=subprocess.PIPE, stderr=complaints, env=os.environ | (environment or {})
            )
        except FileNotFoundError as error:
            raise CopyError(
                f"There is no {program} on this machine: install PostgreSQL's client programs, of the server's version or later "
                "(Debian: postgresql-client)."
            ) from error
        with running:
            written = cast(IO[bytes], running.stdout)
            try:
                if connect:
                    while chunk := written.read(CHUNK):
                        yield chunk
                else:
                    yield from written
            except GeneratorExit:
                running.kill()
                raise
        if running.returncode:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace").strip().splitlines() or [f"it ended with {running.returncode}"]
            raise CopyError(f"{program} failed: {said[0].removeprefix(f'{program}: ').removeprefix('error: ')}.")
