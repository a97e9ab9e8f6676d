"""Making a backup, and keeping the newest few in a folder."""

import re
from datetime import UTC, datetime
from pathlib import Path

from ..whole import CopyError, faults_in_words, put, scratch
from . import archive
from .archive import Progress
from .engines import in_use
from .manifest import Manifest, describe

KEPT = "Nothing was written."
DATED = re.compile(r"prepsite-\d{8}-\d{6}\.zip")


def make(target: Path, *, replace: bool = False, progress: Progress) -> Manifest:
    """The archive ``target``, whole or not at all. Raises CopyError, also where ``target`` is taken and may not be replaced."""
    folder = target.parent
    if not folder.is_dir():
        raise CopyError(f"There is no folder {folder}: make it, or name another place. {KEPT}")
    if target.exists() and not replace:
        raise CopyError(f"{target} exists already: name another file, or add --force to replace it. {KEPT}")
    engine = in_use()
    with faults_in_words(folder, KEPT), scratch(folder) as work:
        with engine.snapshot(work, progress) as (found, chunks):
            made = work / "backup.zip"
            manifest = archive.write(made, describe(found), engine.MEMBER, chunks, compress=engine.COMPRESS)
        try:
            put(made, target, replace=replace)
        except FileExistsError as error:
            raise CopyError(f"{target} came to be meanwhile: name another file, or add --force. {KEPT}") from error
    return manifest


def dated(folder: Path, word: str = "prepsite") -> Path:
    """A name in ``folder`` that tells the time, in UTC."""
    return folder / f"{word}-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"


def thin_out(folder: Path, keep: int, just_made: Path) -> list[Path]:
    """Remove the oldest backups with dated names in ``folder`` until ``keep`` are left, never ``just_made``; those removed."""
    others = sorted(path for path in folder.iterdir() if DATED.fullmatch(path.name) and path != just_made)
    surplus = others[: max(0, len(others) + 1 - keep)]
    with faults_in_words(folder, "The new backup is there; older ones were left."):
        for path in surplus:
            path.unlink()
    return surplus
