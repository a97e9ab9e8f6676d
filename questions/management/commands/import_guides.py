"""``manage.py import_guides PATH…``: guides, question lists, topics and the catalogue into the bank."""

import gc
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from questions.editorial.duplicates import arriving
from questions.guides.files import find
from questions.guides.loading.guide import Options
from questions.guides.loading.importing import import_guides
from questions.guides.loading.report import Report
from questions.management.outages import in_words

SHOWN = 40
KEPT = "Each guide was imported as a whole or not at all: import the same again, and the rest comes in."


class Command(BaseCommand):
    # They would load the whole site, which an import does not touch, and every `make serve` would wait for it.
    requires_system_checks: list[str] = []
    help = (
        "Import guides (files, or folder trees Field/Group/Role.md), question lists (CSV, JSON), topics.yaml and catalogue.yaml."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to search")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, and show what would change, role by role")
        parser.add_argument("--overwrite", action="store_true", help="let the guides win over what editors changed or removed")
        parser.add_argument("--draft", action="store_true", help="what is new arrives as a draft, for an editor to publish")
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="write everything kept, not placed or similar to FILE, a line each"
        )
        parser.add_argument("--quiet", action="store_true", help="print only what went wrong")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        # An import keeps what it makes, or drops it at once; looking for cycles in it took a tenth of the time.
        gc.set_threshold(100_000)
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"There is no such file or folder: {', '.join(missing)}")
        with in_words(KEPT), tqdm(total=len(find(paths)), unit=" guides", disable=True if options["quiet"] else None) as bar:
            report = import_guides(
                paths,
                Options(overwrite=options["overwrite"], as_draft=options["draft"]),
                dry_run=options["dry_run"],
                progress=bar.update,
            )
        with in_words(KEPT):
            arrivals = (arriving.look if options["dry_run"] else arriving.note)(report.new_questions())
        details = [*report.details(), *arrivals.lines()]
        if options["report"]:
            options["report"].write_text("\n".join([*map(str, report.failures), *details, ""]), encoding="utf-8")
        if not options["quiet"]:
            self._print(report, arrivals, details, dry_run=options["dry_run"])
        for failure in report.failures:
            self.stderr.write(str(failure))
        if report.failures:
            raise CommandError(f"{len(report.failures)} of the files could not be imported; the others were.")

    def _print(self, report: Report, arrivals: arriving.Arrivals, details: list[str], *, dry_run: bool) -> None:
        if dry_run:
            for outcome in report.outcomes:
                self.stdout.write(f"{outcome.role_was or 'shared'}: {outcome.title} ({outcome.in_words()})")
        for line in details[:SHOWN]:
            self.stdout.write(line)
        if len(details) > SHOWN:
            self.stdout.write(f"… and {len(details) - SHOWN} more such lines: --report FILE keeps them all")
        for what, how_many in [*report.summary(), ("much like others", arrivals.in_words())]:
            self.stdout.write(f"{what:<22} {how_many}")
        if dry_run:
            self.stdout.write("This was a dry run: nothing was written.")
