"""With real processes on SQLite: a server that keeps its connections, a disk that is full, a restore that is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.serving import ROOT, environment_of, serve

from .archives import nothing_left

pytestmark = pytest.mark.processes
ROLE = "roles/bookmobile-librarian/"
SAY = """
from tests.factories import make_role
from questions.models import Role
make_role(title="Bookmobile Librarian", summary="one") if not Role.objects.exists() else Role.objects.update(summary="{}")
"""
# A restore that is killed when a part of the pages is in the live file.
KILLED = """
import os, signal
from pathlib import Path
from questions.copies.backups import restoring, sqlite
sqlite.PAGES = 10
restoring.restore(Path("{}"), safety=None, progress=lambda stage, done, of: os.kill(os.getpid(), signal.SIGKILL)
    if stage == "restoring" and done > of / 2 else None)
"""
# A disk of our own for the length of one command; nobody else sees it.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size={size} tmpfs "$DISK"
if [ -n "$BRING" ]; then cp "$BRING"/* "$DISK"; fi
{command}
code=$?
ls -A "$DISK" >&2
{after}
exit $code
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    environment = environment_of(tmp_path) | {"WEB_CONCURRENCY": "2"}
    run(environment, "migrate --verbosity 0")
    say(environment, "one")
    return environment


def run(environment: dict[str, str], command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )


def shell(environment: dict[str, str], code: str) -> int:
    command = [sys.executable, "manage.py", "shell", "--command", code]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL).returncode


def say(environment: dict[str, str], summary: str) -> None:
    assert shell(environment, SAY.format(summary)) == 0


def summary_in(database: Path) -> str:
    with closing(sqlite3.connect(database)) as bank:
        assert bank.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert bank.execute("PRAGMA foreign_key_check").fetchall() == []
        return bank.execute("SELECT summary FROM questions_role").fetchone()[0]


def on_a_small_disk(environment: dict[str, str], size: str, command: str, bring: str = "", after: str = ""):
    disk = Path(environment["DISK"])
    disk.mkdir()
    lone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    script = ON_A_SMALL_DISK.format(size=size, command=f'"{sys.executable}" manage.py {command}', after=after)
    return subprocess.run(
        [*lone, "sh", "-c", script], cwd=ROOT, env=environment | {"BRING": bring}, check=False, capture_output=True, text=True
    )


def test_running_workers_show_what_was_restored_without_a_restart(environment: dict[str, str], tmp_path: Path):
    run(environment, "collectstatic --noinput --verbosity 0")
    run(environment, f"backup {tmp_path}/bank.zip")
    with serve(environment) as address:
        for summary in ("two", "three"):
            say(environment, summary)
            assert {said(address) for _ in range(8)} == {summary}
            run(environment, f"restore {tmp_path}/bank.zip --yes --no-safety")
            assert {said(address) for _ in range(8)} == {"one"}


def said(address: str) -> str:
    with urlopen(f"{address}/{ROLE}", timeout=30) as page:
        [line] = [line for line in page.read().decode().splitlines() if 'name="description"' in line]
    return line.split('content="')[1].split('"')[0]


def test_an_archive_is_tried_out_in_a_database_that_is_not_there_yet(environment: dict[str, str], tmp_path: Path):
    run(environment, f"backup {tmp_path}/bank.zip")
    trial = environment | {"DATABASE_URL": f"sqlite:///{tmp_path}/trial.sqlite3"}
    said = run(trial, f"restore {tmp_path}/bank.zip --yes").stdout
    assert "The data of before is in" not in said
    assert summary_in(tmp_path / "trial.sqlite3") == "one"
    say(trial, "two")


def test_a_restore_that_is_killed_half_way_changes_nothing(environment: dict[str, str], tmp_path: Path):
    run(environment, f"backup {tmp_path}/bank.zip")
    say(environment, "two")
    assert shell(environment, KILLED.format(tmp_path / "bank.zip")) == -signal.SIGKILL
    assert summary_in(tmp_path / "bank.sqlite3") == "two"
    say(environment, "three")
    run(environment, f"restore {tmp_path}/bank.zip --yes --no-safety")
    assert summary_in(tmp_path / "bank.sqlite3") == "one"


def test_a_backup_onto_a_full_disk_says_so_and_leaves_nothing_there(environment: dict[str, str], tmp_path: Path):
    environment["DISK"] = str(tmp_path / "disk")
    ended = on_a_small_disk(environment, "300k", 'backup "$DISK/bank.zip"')
    assert ended.returncode == 1
    [sentence] = ended.stderr.splitlines()  # and no name of a file that was left
    assert sentence.startswith(f"CommandError: There is no room left in {tmp_path}/disk")
    assert sentence.endswith("Nothing was written.")


def test_a_restore_onto_a_full_disk_says_so_and_leaves_the_old_data(environment: dict[str, str], tmp_path: Path):
    run(environment, f"backup {tmp_path}/bank.zip")
    say(environment, "two")
    (tmp_path / "bring").mkdir()
    with closing(sqlite3.connect(tmp_path / "bank.sqlite3")) as bank:
        bank.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        bank.execute("VACUUM INTO ?", [str(tmp_path / "bring" / "bank.sqlite3")])
    size = (tmp_path / "bring" / "bank.sqlite3").stat().st_size
    (tmp_path / "after").mkdir()
    environment |= {"DISK": str(tmp_path / "disk"), "DATABASE_URL": f"sqlite:///{tmp_path}/disk/bank.sqlite3"}
    # Room for the live database, the unpacked one, and half of what goes over.
    ended = on_a_small_disk(
        environment,
        f"{size * 5 // 2 // 1024}k",
        f"restore {tmp_path}/bank.zip --yes --no-safety",
        bring=str(tmp_path / "bring"),
        after=f'cp "$DISK"/bank.sqlite3* {tmp_path}/after',
    )
    assert ended.returncode == 1
    assert "CommandError: There is no room left in" in ended.stderr
    assert "The present data was left as it is." in ended.stderr
    assert ".partial" not in ended.stderr
    assert summary_in(tmp_path / "after" / "bank.sqlite3") == "two"
    assert nothing_left(tmp_path / "after")
