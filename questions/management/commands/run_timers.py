"""``manage.py run_timers``: what the clock brings; to be run every few minutes."""

import traceback
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.editorial import timers


class Command(BaseCommand):
    help = "Retire what is over, clear times that have come, delete what is kept for a day only. Run it every few minutes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="say nothing but what went wrong")

    def handle(self, *, quiet: bool, verbosity: int, **options: Any) -> None:
        failed = []
        for job in timers.JOBS:
            try:
                for line in job.run():
                    if not quiet:
                        self.stdout.write(line)
            except Exception as error:  # one job that fails must not keep the others from their work
                failed.append(f"{job.name} ({type(error).__name__}: {error})")
                if verbosity >= 2:
                    self.stderr.write(traceback.format_exc())
        if failed:
            more = "" if verbosity >= 2 else " Run it with --verbosity 2 to see where."
            raise CommandError(f"Failed: {'; '.join(failed)}. The rest was done.{more}")
