"""``manage.py restore FILE``: the data of a backup in the place of the present data."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.copies.backups.engines import name_of
from questions.copies.backups.manifest import Manifest, main_counts
from questions.copies.backups.restoring import present, read, restore
from questions.copies.whole import CopyError
from questions.management.stages import stages


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Put the data of a backup in the place of the present data, which is backed up first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path, metavar="FILE", help="the archive")
        parser.add_argument("--yes", action="store_true", help="do not ask first")
        parser.add_argument("--no-safety", action="store_true", help="do not back up the present data first")
        parser.add_argument("--safety-to", type=Path, metavar="DIR", help="where that backup goes; else beside FILE")

    def handle(self, *, archive: Path, yes: bool, no_safety: bool, safety_to: Path | None, **options: Any) -> None:
        safety = None if no_safety else safety_to or archive.resolve().parent
        try:
            manifest = read(archive)
            self._compare(manifest, safety)
            if not yes and not self._agreed():
                raise CommandError("Nothing was changed.")
            with stages() as progress:
                restored = restore(archive, safety=safety, progress=progress)
        except CopyError as error:
            raise CommandError(str(error)) from error
        if restored.safety:
            self.stdout.write(f"The data of before is in {restored.safety}")
        self.stdout.write(f"Restored from {archive}. Everybody has to sign in again.")

    def _compare(self, manifest: Manifest, safety: Path | None) -> None:
        engine = f"{name_of(manifest.engine)} {manifest.engine_version}"
        self.stdout.write(f"The archive: prepsite {manifest.prepsite}, {engine}, made {manifest.made_at}")
        self.stdout.write(f"{'':<22} {'now':>9} {'archive':>9}")
        now = main_counts(present())
        for name, number in main_counts(manifest.counts).items():
            self.stdout.write(f"{name:<22} {now[name]:>9,} {number:>9,}")
        what = f"is backed up to {safety} first" if safety else "is lost: no backup of it is made"
        self.stdout.write(f"What is there now goes, and {what}.")

    def _agreed(self) -> bool:
        try:
            return input("Type “restore” to go on: ").strip() == "restore"
        except EOFError:
            raise CommandError("Nobody is there to ask: add --yes to restore without asking. Nothing was changed.") from None
