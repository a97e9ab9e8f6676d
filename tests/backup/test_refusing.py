"""What a restore refuses, and that nothing of the present data is lost when it fails half-way."""

import errno
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from questions.caching.version import content_version
from questions.copies.backups import postgres, sqlite
from questions.copies.backups.restoring import restore
from questions.copies.whole import CopyError
from questions.models import Role
from questions.search import search
from tests.factories import make_question

from .archives import archive, changed, manifest_of, nothing_left

Texts = Callable[[], list[str]]
ENGINES: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgres}


def refused(path: Path, texts: Texts, why: str) -> None:
    """Both the restore and the look alone say ``why``, and the bank stays as it is."""
    before = texts(), content_version()
    for command in ("restore", "verify_backup"):
        options = {"yes": True, "no_safety": True} if command == "restore" else {}
        with pytest.raises(CommandError, match=why):
            call_command(command, path, stdout=io.StringIO(), **options)
    assert (texts(), content_version()) == before
    assert len(search("engine").questions) == 1


def flip(path: Path, at: int) -> Path:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)
    return path


def test_an_archive_with_one_wrong_byte(backup: Path, texts: Texts):
    with zipfile.ZipFile(backup) as file:
        [name] = manifest_of(backup)["members"]
        middle = file.getinfo(name).header_offset + file.getinfo(name).compress_size // 2
    refused(flip(backup, middle), texts, "damaged|manifest")


def test_an_archive_whose_manifest_was_damaged(backup: Path, texts: Texts):
    with zipfile.ZipFile(backup) as file:
        at = file.getinfo("manifest.json").header_offset
    refused(flip(backup, at + 80), texts, "damaged")


@pytest.mark.parametrize("left", [0, 1, 100, 10_000, -1, -100])
def test_an_archive_that_was_cut_off(backup: Path, texts: Texts, left: int):
    backup.write_bytes(backup.read_bytes()[:left])
    refused(backup, texts, "damaged or was cut off")


def test_a_file_of_something_else(bank: Role, backup: Path, texts: Texts):
    backup.write_text("To do: water the plants.")
    refused(backup, texts, "no backup of prepsite")
    with zipfile.ZipFile(backup, "w") as file:
        file.writestr("holiday.txt", "sun")
    refused(backup, texts, "not a backup of prepsite: it has no manifest")
    with zipfile.ZipFile(backup, "w") as file:
        file.writestr("manifest.json", '{"program": "another"}')
    refused(backup, texts, "not a backup of prepsite")
    refused(backup.parent, texts, "is a folder")
    refused(backup.parent / "none.zip", texts, "There is no file")


def test_a_member_that_is_not_what_the_manifest_says(backup: Path, texts: Texts):
    [(name, member)] = manifest_of(backup)["members"].items()
    refused(changed(backup, members={name: member | {"sha256": "0" * 64}}), texts, "size or checksum")
    refused(changed(backup, members={name: member | {"size": 10}}), texts, "size or checksum")
    refused(changed(backup, members={}), texts, "holds no database")
    refused(changed(backup, members="none"), texts, "manifest of this archive is damaged")


def test_an_archive_of_a_newer_format(backup: Path, texts: Texts):
    refused(changed(backup, format=2, prepsite="9.0"), texts, r"newer prepsite \(9.0\).*update prepsite")


def test_an_archive_with_changes_of_the_database_this_code_does_not_know(backup: Path, texts: Texts):
    before = texts()
    changed(backup, migrations=[*manifest_of(backup)["migrations"], "questions.9999_of_the_future"])
    with pytest.raises(CommandError, match=r"does not know: questions\.9999_of_the_future\. Update prepsite"):
        call_command("restore", backup, yes=True)
    assert texts() == before


def test_an_archive_of_another_engine_says_how_to_carry_the_bank_over(backup: Path, texts: Texts):
    before = texts()
    changed(backup, engine={"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor])
    with pytest.raises(CommandError, match=r"runs on .* export_guides and import_guides"):
        call_command("restore", backup, yes=True)
    assert texts() == before


def test_a_database_that_holds_other_numbers_than_the_manifest(backup: Path, texts: Texts):
    before = texts()
    changed(backup, counts=manifest_of(backup)["counts"] | {"questions_question": 7})
    with pytest.raises(CommandError, match=r"does(n't| not) hold what its manifest says"):
        call_command("restore", backup, yes=True, no_safety=True)
    assert texts() == before


def failing(stage: str, error: Exception) -> Callable[..., None]:
    def progress(at: str, *_: Any) -> None:
        if at == stage:
            raise error

    return progress


@pytest.mark.parametrize("stage", ["checking the archive", "restoring"])
def test_a_disk_that_fills_up_half_way_leaves_everything_as_it_was(
    backup: Path, texts: Texts, stage: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite, "PAGES", 10)
    before = texts(), content_version()
    with pytest.raises(CopyError, match=r"no room left .* present data was left as it is\.$"):
        restore(backup, safety=None, progress=failing(stage, OSError(errno.ENOSPC, "No space left on device")))
    assert (texts(), content_version()) == before
    assert len(search("engine").questions) == 1
    assert make_question(text="Is it still well?").pk


def test_a_migration_that_fails_leaves_everything_as_it_was(backup: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch):
    def migrate(*_: Any, **__: Any) -> None:
        Role.objects.all().delete()
        raise CommandError("a migration failed")

    before = texts(), content_version()
    monkeypatch.setattr(ENGINES[connection.vendor], "call_command", migrate)
    with pytest.raises(CopyError, match=r"a migration failed\. The present data was left as it is"):
        restore(backup, safety=None, progress=lambda *_: None)
    assert (texts(), content_version(), Role.objects.count()) == (*before, 1)


def test_without_a_safe_copy_of_the_present_data_nothing_is_restored(backup: Path, texts: Texts, tmp_path: Path):
    before = texts()
    with pytest.raises(CommandError, match=r"could not be backed up first: There is no folder .*--safety-to, or add --no-safety"):
        call_command("restore", backup, yes=True, safety_to=tmp_path / "nowhere", stdout=io.StringIO())
    assert texts() == before
    assert nothing_left(tmp_path)


def test_a_good_archive_is_told_so_and_the_bank_is_not_touched(backup: Path, texts: Texts, tmp_path: Path):
    before, out = (texts(), content_version()), io.StringIO()
    call_command("verify_backup", backup, stdout=out)
    assert f"{backup} is good" in out.getvalue()
    assert (texts(), content_version()) == before


def test_every_archive_is_good_after_it_was_made(bank: Role, tmp_path: Path):
    out = io.StringIO()
    call_command("verify_backup", archive(tmp_path / "bank.zip"), stdout=out)
    assert ["questions", "1"] in [line.split() for line in out.getvalue().splitlines()]
