"""Guides whose file has not changed: nothing to write, but what editors changed since is still reported."""

from pathlib import Path

from django.db.models import Q

from questions.models import GuideImport, RoleLink, RoleQuestion

from .addressing import SHARED
from .report import Outcome
from .snapshot import ids_in
from .states import Held, link_states, question_states, role_states


def review_unchanged(imports: dict[str, list[GuideImport]], paths: dict[str, Path]) -> list[Outcome]:
    """An outcome for each guide of ``imports`` (by source), in about ten queries for all of them together."""
    rows = [row for found in imports.values() for row in found]
    if not rows:
        return []
    roles = {row.role_id for row in rows}
    held = {
        "role": role_states(Q(pk__in=roles)),
        "question": question_states(Q(pk__in=set(ids_in((row.items for row in rows), "question")))),
        "link": link_states(Q(pk__in=set(ids_in((row.items for row in rows), "link")))),
    }
    placed = {
        "question": set(RoleQuestion.objects.filter(role__in=roles).values_list("role", "question")),
        "link": set(RoleLink.objects.filter(role__in=roles).values_list("role", "link")),
    }
    return [_review(row, paths[row.source], held, placed) for row in rows]


def _review(row: GuideImport, path: Path, held: dict[str, dict[int, Held]], placed: dict[str, set[tuple[int, int]]]) -> Outcome:
    shared = not row.title or SHARED in row.items
    outcome = Outcome(path, row.title or path.stem, role_was="" if shared else "unchanged")
    if row.role_id is None and not shared:
        outcome.kept.append(f"the role “{row.title}” was removed by an editor")
        return outcome
    for item, (_digest, number, roles) in row.items.items():
        sort = item.partition(":")[0]
        if sort not in held:
            continue
        thing = held[sort].get(number)
        name = f"the {sort} “{thing.values.get('text') or thing.values['title']}”" if thing else ""
        if sort != "role":
            outcome.counts[f"{sort}s unchanged"] += 1
        if thing is None:
            outcome.kept.append(f"a {sort} of this guide was removed by an editor")
        elif thing.imported_digest and not thing.untouched:
            outcome.kept.append(f"{name} was changed by an editor")
        elif any((role, number) not in placed[sort] for role in roles if role == row.role_id):
            outcome.kept.append(f"{name} was taken off the role by an editor")
    return outcome
