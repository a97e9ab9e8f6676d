"""Occupations into roles: other titles, a summary, and the code; each role that changes gets one revision."""

from collections.abc import Callable
from contextlib import nullcontext
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import now

from questions.editorial import revisions
from questions.guides.loading.digests import digest_values
from questions.guides.loading.inserting import insert
from questions.guides.loading.states import role_states
from questions.models import Role, RoleTitle

from .creating import create
from .matching import Matches, match
from .news import news_of
from .release import Occupation, Release
from .remembering import remember, removed_codes
from .report import Report

BATCH = 50

Progress = Callable[[int], object]


class _RolledBackError(Exception):
    """Ends the transaction of a dry run."""


def apply(release: Release, *, make: bool = False, dry_run: bool = False, progress: Progress | None = None) -> Report:
    """Bring what ``release`` says into the bank; a second time nothing is left to do.

    What an editor removed stays out. With ``make`` occupations without a role become drafts. A dry run does all of it and
    takes it back. ``progress`` is called with the number of occupations done.
    """
    report = Report(notices=list(release.notices))
    done = progress or (lambda number: None)
    try:
        with transaction.atomic() if dry_run else nullcontext():
            matches = match(release.occupations.values())
            report.notices += matches.notices
            done(len(release.occupations) - len(matches.roles) - len(matches.unmatched))
            _apply_known(release, matches, report, done)
            _apply_new(release, matches.unmatched, report, done, make=make)
            if dry_run:
                raise _RolledBackError
    except _RolledBackError:
        pass
    return report


def _apply_known(release: Release, matches: Matches, report: Report, done: Progress) -> None:
    for codes in batched(matches.roles, BATCH):
        # A transaction for each batch: editors who save meanwhile wait for one of them and not for the whole import.
        with transaction.atomic():
            _enrich({role: release.occupations[code] for code in codes for role in matches.roles[code]}, release.name, report)
        done(len(codes))


def _apply_new(release: Release, unmatched: list[Occupation], report: Report, done: Progress, *, make: bool) -> None:
    removed = removed_codes()
    new = [occupation for occupation in unmatched if occupation.code not in removed]
    report.removed = len(unmatched) - len(new)
    report.unmatched = 0 if make else len(new)
    done(report.removed + report.unmatched)
    for occupations in batched(new if make else (), BATCH):
        with transaction.atomic():
            create(occupations, release.name, report)
        done(len(occupations))


def _enrich(occupations: dict[int, Occupation], source: str, report: Report) -> None:
    """Roles by key, each with the occupation it is about."""
    # Locked before it is worked out what they lack; those that an editor deleted meanwhile are no longer among them.
    locked = Role.objects.select_for_update(no_key=True).filter(pk__in=list(occupations)).order_by("pk")
    occupations = {pk: occupations[pk] for pk in locked.values_list("pk", flat=True)}
    news = news_of(occupations)
    with revisions.changing(Role, list(news), by=None, reason=f"Titles and summary from {source}.") as change:
        before = role_states(Q(pk__in=list(news)))
        rows = [row for new in news.values() for row in new.titles]
        insert(RoleTitle, rows)
        for pk, new in news.items():
            if new.columns:
                Role.objects.filter(pk=pk).update(**new.columns, updated_at=now())
        _keep_digests(before)
    report.changed += len(change.changed)
    report.titles += len(rows)
    remember(occupations)


def _keep_digests(before: dict[int, Any]) -> None:
    """What only imports have written still counts as theirs, so that a guide may bring it up to date."""
    untouched = [pk for pk, held in before.items() if held.untouched]
    for pk, held in role_states(Q(pk__in=untouched)).items():
        Role.objects.filter(pk=pk).update(imported_digest=digest_values(held.values))
