"""``backup DIR --keep N``: what a nightly timer leaves."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from time_machine import travel

from questions.models import Role


def nights(folder: Path, number: int, keep: int) -> list[str]:
    for day in range(1, number + 1):
        with travel(f"2026-11-{day:02}T02:00:00+00:00", tick=False):
            call_command("backup", folder, keep=keep, quiet=True)
    return sorted(path.name for path in folder.iterdir())


def test_the_newest_are_kept_under_the_time_they_were_made_at(bank: Role, tmp_path: Path):
    assert nights(tmp_path, 4, keep=2) == ["prepsite-20261103-020000.zip", "prepsite-20261104-020000.zip"]


def test_other_files_in_the_folder_stay(bank: Role, tmp_path: Path):
    (tmp_path / "before-restore-20200101-000000.zip").touch()
    (tmp_path / "prepsite-of-the-library.zip").touch()
    assert nights(tmp_path, 2, keep=1) == [
        "before-restore-20200101-000000.zip",
        "prepsite-20261102-020000.zip",
        "prepsite-of-the-library.zip",
    ]


def test_the_new_one_stays_even_if_the_clock_went_back(bank: Role, tmp_path: Path):
    (tmp_path / "prepsite-20300101-000000.zip").touch()
    assert nights(tmp_path, 1, keep=1) == ["prepsite-20261101-020000.zip"]


def test_a_backup_that_fails_removes_none(bank: Role, tmp_path: Path):
    nights(tmp_path, 2, keep=2)
    with travel("2026-11-02T02:00:00+00:00", tick=False), pytest.raises(CommandError, match="exists already"):
        call_command("backup", tmp_path, keep=1)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(("target", "keep"), [("bank.zip", 3), ("", 0)])
def test_a_number_that_makes_no_sense_is_refused(bank: Role, tmp_path: Path, target: str, keep: int):
    with pytest.raises(CommandError, match="--keep"):
        call_command("backup", tmp_path / target, keep=keep)
    assert list(tmp_path.iterdir()) == []
