"""``manage.py freeze DIR``: the whole public site as static files."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.copies.freezing.freezing import freeze
from questions.copies.whole import CopyError
from questions.management.stages import stages


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Write the whole public site as files, for any host of static files or a USB stick."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="where to; empty, new, or made by freeze before")
        parser.add_argument("--site", default="", metavar="URL", help="the address of the site, where forms and filters lead")
        parser.add_argument("--alone", action="store_true", help="no server answers at that address: leave forms and filters out")
        parser.add_argument("--quiet", action="store_true", help="print only what went wrong")

    def handle(self, *, folder: Path, site: str, alone: bool, quiet: bool, **options: Any) -> None:
        if alone and not site:
            raise CommandError("--alone goes with --site; without an address a copy stands alone anyhow.")
        started = time.monotonic()
        try:
            with stages(" files", quiet=quiet) as progress:
                made = freeze(folder, site=site, alone=alone, progress=progress)
        except CopyError as error:
            raise CommandError(str(error)) from error
        if not quiet:
            took = time.monotonic() - started
            size, speed = f"{made.size / 1_000_000:,.1f} MB", f"{took:,.1f} s, {made.files / took:,.0f} files/s"
            self.stdout.write(f"{made.files:,} files, {size}, in {folder}: {speed}")
