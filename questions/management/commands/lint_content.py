"""``manage.py lint_content [FOLDER]``: what a program can check of a folder of guides."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from questions.guides.document import GuideError
from questions.lint.bank import read_bank
from questions.lint.checking import lint
from questions.lint.rules.spelling import NoDictionaryError


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = (
        "Check the guides of a folder (content/ if none is named) by the rules of docs/content-guide.md: guidance, lengths, "
        "reading grade, spelling, repetition, links, and the counts of the folder's lint.yaml. Reads files only."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        default = settings.BASE_DIR / "content"
        parser.add_argument(
            "folder", nargs="?", type=Path, default=default, metavar="FOLDER", help="the top of the tree of guides"
        )
        parser.add_argument("--only", default="", metavar="TEXT", help="print only what concerns files with TEXT in their path")
        parser.add_argument("--no-spelling", action="store_true", help="leave spelling out, which needs a dictionary")

    def handle(self, *, folder: Path, only: str, no_spelling: bool, **options: Any) -> None:
        try:
            bank = read_bank(folder)
            findings = lint(bank, with_spelling=not no_spelling)
        except (GuideError, NoDictionaryError) as error:
            raise CommandError(str(error)) from error
        findings = [finding.seen_from(Path.cwd()) for finding in findings if only.casefold() in str(finding.path).casefold()]
        for finding in findings:
            self.stdout.write(str(finding))
        if findings:
            files = len({finding.path for finding in findings})
            raise CommandError(f"{len(findings)} things to mend in {files} files.")
        self.stdout.write(f"{len(bank.distinct())} questions of {len(bank.roles)} roles: nothing to mend.")
