"""A backup is one file that says what it holds, made while editors write."""

import errno
import fcntl
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from questions.copies.backups import sqlite
from questions.copies.backups.making import make
from questions.copies.backups.restoring import verify
from questions.copies.whole import CopyError
from questions.models import Question, Role
from tests.factories import make_question

from .archives import archive, manifest_of, nothing_left


def quietly(*_: Any) -> None:
    """Nobody watches."""


def test_the_manifest_says_what_the_archive_is(bank: Role, tmp_path: Path):
    said = manifest_of(archive(tmp_path / "bank.zip"))
    assert said["program"] == "prepsite"
    assert said["engine"] == connection.vendor
    assert (said["counts"]["questions_question"], said["counts"]["questions_role"]) == (1, 1)
    assert "questions.0001_bank" in said["migrations"]
    assert said["made_at"].endswith("+00:00")
    assert said["content_version"]
    assert {"prepsite", "django", "engine_version"} <= {name for name, value in said.items() if value}
    [(name, member)] = said["members"].items()
    with zipfile.ZipFile(tmp_path / "bank.zip") as file:
        assert file.getinfo(name).file_size == member["size"]


def test_only_the_account_that_made_it_may_read_it(bank: Role, tmp_path: Path):
    before = os.umask(0)
    try:
        assert archive(tmp_path / "bank.zip").stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_an_editor_who_writes_meanwhile_neither_waits_nor_gets_half_in(
    bank: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite, "PAGES", 10)
    written: list[str] = []

    def write() -> None:
        written.append(make_question(role=bank, topics=["Budgets"], text=f"What did day {len(written)} cost?").text)
        connection.close()

    def meanwhile(stage: str, *_: Any) -> None:
        if stage == "copying" and len(written) < 5:
            editor = Thread(target=write)
            editor.start()
            editor.join(timeout=30)

    manifest = make(tmp_path / "bank.zip", progress=meanwhile)
    assert written
    assert Question.objects.count() == 1 + len(written)
    assert manifest.counts["questions_question"] == manifest.counts["questions_rolequestion"] == 1
    assert verify(tmp_path / "bank.zip", quietly) == manifest


def test_an_editor_who_never_stops_writing_leaves_a_whole_backup(bank: Role, tmp_path: Path):
    stop = False

    def write() -> None:
        while not stop:
            make_question(role=bank, topics=["Budgets"])
        connection.close()

    editor = Thread(target=write)
    editor.start()
    try:
        for number in range(3):
            manifest = make(tmp_path / f"{number}.zip", progress=quietly)
            assert verify(tmp_path / f"{number}.zip", quietly) == manifest
    finally:
        stop = True
        editor.join(timeout=30)


def test_nobody_enters_by_a_session_in_an_archive(bank: Role, editor: Client, tmp_path: Path):
    archive(tmp_path / "bank.zip")
    key = editor.cookies["sessionid"].value.encode()
    with zipfile.ZipFile(tmp_path / "bank.zip") as file:
        contents = [file.read(name) for name in file.namelist()]
    if connection.vendor == "sqlite":
        assert not any(key in content for content in contents)
        (tmp_path / "copy.sqlite3").write_bytes(max(contents, key=len))
        with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
            assert copy.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    call_command("restore", tmp_path / "bank.zip", yes=True, no_safety=True)
    assert editor.get("/admin/").status_code == 302


def test_a_file_that_is_there_is_replaced_only_on_request(backup: Path):
    before = backup.read_bytes()
    with pytest.raises(CommandError, match="exists already: name another file, or add --force"):
        call_command("backup", backup)
    assert backup.read_bytes() == before
    call_command("backup", backup, force=True)
    assert manifest_of(backup)["counts"]["questions_question"] == 2


def test_a_file_that_comes_meanwhile_is_not_replaced_either(bank: Role, tmp_path: Path):
    target = tmp_path / "bank.zip"
    with pytest.raises(CopyError, match="came to be meanwhile"):
        make(target, progress=lambda *_: target.write_text("somebody else's") and None)
    assert target.read_text() == "somebody else's"
    assert nothing_left(tmp_path)


def test_a_full_disk_is_told_in_one_sentence_and_leaves_no_half_file(bank: Role, tmp_path: Path):
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(CopyError, match=r"^There is no room left in .* MB are free\): make room, .*Nothing was written\.$"):
        make(tmp_path / "bank.zip", progress=full)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named(bank: Role):
    with pytest.raises(CommandError, match=r"may not write to .*/sys/|Read-only"):
        call_command("backup", "/sys/bank.zip")
    with pytest.raises(CommandError, match="There is no folder /nowhere: make it"):
        call_command("backup", "/nowhere/bank.zip")


def test_a_missing_pg_dump_is_named(bank: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    if connection.vendor == "sqlite":
        assert archive(tmp_path / "bank.zip").exists()  # it needs no program beside Python
        return
    with pytest.raises(CommandError, match="There is no pg_dump on this machine: install PostgreSQL's client programs"):
        archive(tmp_path / "bank.zip")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_backup_left_goes_with_the_next_but_not_what_another_works_on(bank: Role, tmp_path: Path):
    dead, living = tmp_path / ".prepsite-dead.partial", tmp_path / ".prepsite-living.partial"
    for folder in (dead, living):
        folder.mkdir()
        (folder / "backup.zip").write_text("half")
        os.utime(folder, (0, 0))
    handle = os.open(living, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    archive(tmp_path / "bank.zip")
    os.close(handle)
    assert (dead.exists(), living.exists()) == (False, True)
