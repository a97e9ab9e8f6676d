"""``manage.py import_onet FOLDER``: titles, summaries and occupations of an O*NET database into the bank."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from questions.management.outages import in_words
from questions.onet.applying import apply
from questions.onet.release import read_release
from questions.onet.tables import OnetError

SHOWN = 40
KEPT = "What the bar has counted is done: import the same again, and the rest comes in."


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = (
        "Give roles the other titles and the summary of their occupation, from the folder of an O*NET database (text or Excel; "
        "onetcenter.org/database.html). Roles are known by their code, else by their title."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="the unpacked database, such as db_30_0_text")
        parser.add_argument("--create", action="store_true", help="make a draft of every occupation that has no role yet")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and say what would change")
        parser.add_argument("--quiet", action="store_true", help="print only what went wrong")

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            release = read_release(folder)
            disable = True if options["quiet"] else None
            with in_words(KEPT), tqdm(total=len(release.occupations), unit=" occupations", disable=disable) as bar:
                report = apply(release, make=options["create"], dry_run=options["dry_run"], progress=bar.update)
        except OnetError as error:
            raise CommandError(str(error)) from error
        if options["quiet"]:
            return
        for notice in report.notices[:SHOWN]:
            self.stdout.write(notice)
        if len(report.notices) > SHOWN:
            self.stdout.write(f"… and {len(report.notices) - SHOWN} more such lines")
        self.stdout.write(f"{release.name}: {len(release.occupations)} occupations")
        self.stdout.write(f"roles made             {report.made}")
        self.stdout.write(f"roles changed          {report.changed}")
        self.stdout.write(f"other titles added     {report.titles}")
        if report.unmatched:
            self.stdout.write(f"without a role         {report.unmatched} (--create makes drafts of them)")
        if report.removed:
            self.stdout.write(f"role was deleted       {report.removed} (an editor did; none is made)")
        if not (report.made or report.changed):
            self.stdout.write("Nothing was left to do.")
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was written.")
