"""``manage.py backup FILE``: everything the bank knows, as one file to restore from."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.copies.backups.making import dated, make, thin_out
from questions.copies.whole import CopyError
from questions.management.stages import stages


class Command(BaseCommand):
    # A backup has to work on a site that is not well.
    requires_system_checks: list[str] = []
    help = "Write the whole database into one archive, while the site serves and editors write."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, metavar="FILE", help="the archive; or a folder, for a file named after the time")
        parser.add_argument("--force", action="store_true", help="replace FILE if it exists")
        parser.add_argument("--keep", type=int, metavar="N", help="afterwards leave the newest N dated backups in the folder")
        parser.add_argument("--quiet", action="store_true", help="print only what went wrong")

    def handle(self, *, target: Path, force: bool, keep: int | None, quiet: bool, **options: Any) -> None:
        if keep is not None and keep < 1:
            raise CommandError("--keep takes a number of backups, from 1 on.")
        if keep is not None and not target.is_dir():
            raise CommandError(f"--keep goes with a folder that exists, and {target} is none.")
        file = dated(target) if target.is_dir() else target
        try:
            with stages(quiet=quiet) as progress:
                manifest = make(file, replace=force, progress=progress)
            removed = thin_out(target, keep, file) if keep else []
        except CopyError as error:
            raise CommandError(str(error)) from error
        if not quiet:
            rows = sum(manifest.counts.values())
            self.stdout.write(
                f"{file}: {file.stat().st_size / 1_000_000:,.1f} MB, {rows:,} rows of {len(manifest.counts)} tables"
            )
            for path in removed:
                self.stdout.write(f"removed {path}")
