"""``manage.py check_links``: whether the links of the bank still work."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from questions.editorial.links.checking import check
from questions.editorial.links.choosing import due
from questions.editorial.links.summing import newly_dead, summary
from questions.management.outages import in_words

LONGEST_AGO = 36_500  # days
KEPT = "What was looked at is noted: start it again, and it goes on with the others."


class Command(BaseCommand):
    help = "Look at the links of the bank, those not looked at for longest first. Retired ones are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=int, metavar="N", help="look at no more than N links")
        parser.add_argument("--older-than", type=int, metavar="DAYS", help="leave out links looked at within the last DAYS days")

    def handle(self, *, limit: int | None, older_than: int | None, **options: Any) -> None:
        if limit is not None and limit < 1:
            raise CommandError("--limit takes a number of links, from 1 on.")
        if older_than is not None and not 0 <= older_than <= LONGEST_AGO:
            raise CommandError(f"--older-than takes a number of days, from 0 to {LONGEST_AGO}.")
        links = due(older_than=None if older_than is None else dt.timedelta(days=older_than), limit=limit)
        with in_words(KEPT):
            found = [link for link in tqdm(check(links), total=links.count(), unit=" links", disable=None) if link]
        for link in newly_dead(found):
            self.stdout.write(f"dead: {link.title} · {link.url}")
        self.stdout.write(f"{summary(found)}.")
