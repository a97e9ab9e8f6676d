"""``manage.py release_check``: whether this site is fit to be let to visitors."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prepsite.operation.release import all_checks


class Command(BaseCommand):
    help = "See whether this site is fit to be let to visitors: settings, database, files, backup. Ends with 1 where it is not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--server", metavar="URL", default="", help="ask the running site too: http://127.0.0.1:8000")

    def handle(self, *, server: str, **options: Any) -> None:
        failed = []
        for found in all_checks(server):
            self.stdout.write(f"{found.mark:7} {found.about}{': ' if found.wrong else ''}{found.wrong}")
            failed += [found.about] if found.mark == "failed" else []
        if failed:
            raise CommandError(f"Not fit for visitors yet: {', '.join(failed)}.")
