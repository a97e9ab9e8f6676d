"""What hangs on many things at once, from their snapshots: as ``writing.write`` for one, in a handful of queries.

Called inside ``revisions.changing``, with things whose own columns are saved and checked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, Q

from questions.models import (
    Benchmark,
    FollowUp,
    LinkTopic,
    Question,
    QuestionTopic,
    ResourceLink,
    Role,
    RoleLink,
    RoleQuestion,
    RoleTitle,
)

from .snapshots import Snapshot

BATCH = 500

# A thing's key, what its lists said ("nothing": a new one), and what they are to say.
type Written = tuple[int, Snapshot, Snapshot]


def write_lists(model: type[Model], written: list[Written]) -> None:
    """Bring the lists of these things of ``model`` from what they said to what they are to say.

    Places keep their row where they stay; a place is never moved by this, only made or removed.
    """
    _WRITERS[model](written)


def _questions(written: list[Written]) -> None:
    _anew(FollowUp, "question", "follow_ups", written, lambda place, text: {"position": place, "text": text})
    _anew(Benchmark, "question", "benchmarks", written, lambda _place, row: {"level": row[0], "text": row[1]})
    _joined(QuestionTopic, "content_object_id", "tag_id", "topics", written)
    _joined(RoleQuestion, "question_id", "role_id", "roles", written, ("section_id", "position"))


def _roles(written: list[Written]) -> None:
    _anew(RoleTitle, "role", "titles", written, lambda _place, row: {"name": row[0], "kind": row[1]})
    _joined(RoleLink, "role_id", "link_id", "links", written, ("position",))


def _links(written: list[Written]) -> None:
    _joined(LinkTopic, "content_object_id", "tag_id", "topics", written)
    _joined(RoleLink, "link_id", "role_id", "roles", written, ("position",))


_WRITERS: dict[type[Model], Any] = {Question: _questions, Role: _roles, ResourceLink: _links}


def _anew(model: Any, mine: str, name: str, written: list[Written], columns: Any) -> None:
    """Rows that are nothing but their text: written anew where the list is another one."""
    changed = {pk: after[name] for pk, before, after in written if before.get(name, []) != after[name]}
    for keys in _batches(changed):
        model.objects.filter(**{f"{mine}__in": keys}).delete()
    model.objects.bulk_create(
        (model(**{f"{mine}_id": pk}, **columns(place, row)) for pk, rows in changed.items() for place, row in enumerate(rows, 1)),
        batch_size=BATCH,
    )


def _joined(through: Any, mine: str, other: str, name: str, written: list[Written], columns: tuple[str, ...] = ()) -> None:
    """Rows that join two things: those no longer said go, those said now come."""
    gone, come = [], []
    for pk, before, after in written:
        had, wanted = ({entry[0]: entry for entry in said.get(name, [])} for said in (before, after))
        gone += [(pk, key) for key in had if key not in wanted]
        for key, (_key, _name, *rest) in wanted.items():
            if key not in had:
                values = [value[0] if isinstance(value, list) else value for value in rest]
                come.append(through(**{mine: pk, other: key}, **dict(zip(columns, values, strict=True))))
    for batch in _batches(gone):
        pairs = Q()
        for pk, key in batch:
            pairs |= Q(**{mine: pk, other: key})
        through.objects.filter(pairs).delete()
    through.objects.bulk_create(come, batch_size=BATCH)


def _batches(things: Iterable) -> Iterator[list]:
    things = list(things)
    # A hundred at once: SQLite takes no deeper conditions than a thousand.
    for start in range(0, len(things), 100):
        yield things[start : start + 100]
