"""``manage.py verify_backup FILE``: whether an archive is good, without touching anything."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.copies.backups.engines import name_of
from questions.copies.backups.manifest import main_counts
from questions.copies.backups.restoring import verify
from questions.copies.whole import CopyError
from questions.management.stages import stages


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Look whether a backup is whole: its checksums, and the database inside."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path, metavar="FILE", help="the archive")

    def handle(self, *, archive: Path, **options: Any) -> None:
        try:
            with stages() as progress:
                manifest = verify(archive, progress)
        except CopyError as error:
            raise CommandError(str(error)) from error
        engine = f"{name_of(manifest.engine)} {manifest.engine_version}"
        self.stdout.write(f"{archive} is good: prepsite {manifest.prepsite}, {engine}, made {manifest.made_at}")
        for name, number in main_counts(manifest.counts).items():
            self.stdout.write(f"{name:<22} {number:>9,}")
