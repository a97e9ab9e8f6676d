"""Restoring: look at the archive from all sides first, then put its data in the place of the present one, whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from ..whole import CopyError, faults_in_words, scratch
from . import making
from .archive import Progress, opened
from .engines import ENGINES, in_use, require
from .manifest import Manifest, counts

KEPT = "The present data was left as it is."


@dataclass(frozen=True)
class Restored:
    """``safety`` is where the data of before is, if it was backed up."""

    safety: Path | None


def read(path: Path) -> Manifest:
    """The manifest of the archive at ``path``. Raises CopyError for what this site cannot restore; the data is not looked at."""
    with opened(path) as archive:
        manifest = archive.manifest
    _require_known(manifest)
    require(manifest.engine)
    return manifest


def verify(path: Path, progress: Progress) -> Manifest:
    """The manifest of the archive at ``path`` if all of it is good: checksums, and the database inside. Else raises CopyError.

    Works for archives of either engine; the database in use is not touched. Needs room for the unpacked database in the
    folder for temporary files.
    """
    folder = Path(gettempdir())
    with opened(path) as archive, faults_in_words(folder, "The archive was not looked at to its end."), scratch(folder) as work:
        manifest = archive.manifest
        engine = ENGINES.get(manifest.engine)
        if engine is None:
            raise CopyError(f"This archive holds a database of {manifest.engine}, which prepsite does not know.")
        copy = work / engine.MEMBER
        archive.extract(engine.MEMBER, copy, progress)
        if manifest.engine == connection.vendor:
            engine.check(copy, manifest)
    return manifest


def present() -> dict[str, int]:
    """Rows of the present database by table; empty where there is none yet."""
    return counts() if MigrationRecorder(connection).has_table() else {}


def restore(path: Path, *, safety: Path | None, progress: Progress) -> Restored:
    """The data of the archive at ``path`` in the place of the present one, which goes to the folder ``safety`` first.

    Raises CopyError; then the present data is what it was.
    """
    manifest = read(path)
    engine = in_use()
    saved: list[Path] = []

    def before() -> None:
        if safety is not None and present():
            saved.append(_save(safety, progress))

    folder = engine.workplace()
    with opened(path) as archive, _nothing_lost(folder), scratch(folder) as work:
        copy = work / engine.MEMBER
        archive.extract(engine.MEMBER, copy, progress)
        engine.restore(copy, manifest, before, progress)
    return Restored(saved[0] if saved else None)


def _save(folder: Path, progress: Progress) -> Path:
    target = making.dated(folder, "before-restore")
    try:
        making.make(target, progress=progress)
    except CopyError as error:
        raise CopyError(
            f"The present data could not be backed up first: {error} Name another folder with --safety-to, or add --no-safety."
        ) from error
    return target


@contextmanager
def _nothing_lost(folder: Path) -> Iterator[None]:
    with faults_in_words(folder, KEPT):
        try:
            yield
        except (DatabaseError, CommandError) as error:
            raise CopyError(f"The archive could not be restored: {str(error).strip().splitlines()[0]}. {KEPT}") from error


def _require_known(manifest: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in _on_disk()}
    unknown = [name for name in manifest.migrations if name not in known]
    if unknown:
        raise CopyError(
            f"This archive was made by another prepsite ({manifest.prepsite}), with changes of the database that this one does "
            f"not know: {', '.join(unknown[:3])}{' …' if len(unknown) > 3 else ''}. Update prepsite, then restore it."
        )


def _on_disk() -> set[tuple[str, str]]:
    """The migrations this code has, with those that a squashed one stands for."""
    loader = MigrationLoader(None)
    replaced = {each for migration in loader.disk_migrations.values() for each in migration.replaces}
    return {*loader.disk_migrations, *replaced}
