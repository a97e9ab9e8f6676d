"""Edits as the people of tests.staff make them."""

from typing import Any

from questions.editorial import editing, snapshots
from questions.models import Revision


def edit(thing: Any, *, by: Any, reason: str = "Clearer.", **values: Any) -> Revision:
    """Change parts of the snapshot of ``thing``; the revision that came of it, live or pending."""
    thing.refresh_from_db()
    base, waiting = editing.version_for(thing, by)
    before = waiting or snapshots.read(type(thing), [thing.pk])[thing.pk]
    editing.save(thing, before | values, by=by, base=base, reason=reason)
    thing.refresh_from_db()
    return Revision.objects.of(thing)[0]


def address(revision: Revision, page: str) -> str:
    return f"/admin/questions/revision/{revision.pk}/{page}/"
