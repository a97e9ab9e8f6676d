"""``manage.py export_guides DIR``: the bank as guides, topics.yaml and catalogue.yaml."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from questions.guides.loading.dumping import dump_bank
from questions.models import Role


class Command(BaseCommand):
    help = "Write the bank out as guides in the native format, drafts included, ready to be imported elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help="where to write; made if missing, files of the same name replaced"
        )
        parser.add_argument("--role", metavar="SLUG", help="write this one role's guide only")

    def handle(self, *, folder: Path, role: str | None, **options: Any) -> None:
        if folder.exists() and not folder.is_dir():
            raise CommandError(f"{folder} is a file; name a folder to write into.")
        roles = None
        if role:
            roles = Role.objects.filter(slug=role)
            if not roles:
                raise CommandError(f"There is no role with the address “{role}”. It is the last part of the role page's address.")
        total = len(roles) if roles is not None else Role.objects.count()
        written = sum(1 for _path in tqdm(dump_bank(folder, roles), total=total, unit=" files", disable=None))
        self.stdout.write(f"{written} files written to {folder}")
