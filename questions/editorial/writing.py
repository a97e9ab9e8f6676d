"""A snapshot into the bank: the columns of a thing, and what hangs on it. Called inside ``revisions.changing`` only."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from questions.models import (
    Benchmark,
    FollowUp,
    Group,
    LinkTopic,
    Question,
    QuestionTopic,
    ResourceLink,
    Role,
    RoleLink,
    RoleQuestion,
    RoleTitle,
)

from .resolving import resolved
from .snapshots import TEXTS, Snapshot


def fill(thing: Any, snapshot: Snapshot) -> None:
    """Give ``thing`` the columns of ``snapshot``, in memory. Raises ValidationError where the bank would refuse them."""
    for name in TEXTS[type(thing)]:
        value = snapshot[name]
        if name == "group":
            thing.group_id = value
        elif name == "reviewed_on":
            thing.reviewed_on = dt.date.fromisoformat(value) if value else None
        else:
            setattr(thing, name, value)


def write(thing: Any, snapshot: Snapshot) -> None:
    """Save ``thing`` with the content of ``snapshot``; its status stays.

    Topics, roles and links that are gone meanwhile are left out. Raises ValidationError where another thing has the same
    text, title or address by now, or the group is gone.
    """
    snapshot = resolved(snapshot)
    fill(thing, snapshot)
    # The database would find it only when all is done, and in words for nobody.
    if isinstance(thing, Role) and not Group.objects.filter(pk=thing.group_id).exists():
        raise ValidationError("Its group is gone: somebody deleted it. Choose another one.")
    thing.clean()
    thing.validate_unique()
    thing.validate_constraints()
    thing.save()
    _WRITERS[type(thing)](thing, snapshot)


def _write_question(question: Question, snapshot: Snapshot) -> None:
    if list(question.follow_ups.order_by("position", "pk").values_list("text", flat=True)) != snapshot["follow_ups"]:
        question.follow_ups.all().delete()
        rows = enumerate(snapshot["follow_ups"], start=1)
        FollowUp.objects.bulk_create(FollowUp(question=question, position=place, text=text) for place, text in rows)
    if sorted(map(list, question.benchmarks.values_list("level", "text"))) != sorted(snapshot["benchmarks"]):
        question.benchmarks.all().delete()
        Benchmark.objects.bulk_create(
            Benchmark(question=question, level=level, text=text) for level, text in snapshot["benchmarks"]
        )
    _write_topics(QuestionTopic, question, snapshot["topics"])
    places = {}
    for role, _title, section, position in snapshot["roles"]:
        places[role] = {"section_id": section[0] if section else None, "position": position}
    _write_places(RoleQuestion, "question", question, "role", places)


def _write_role(role: Role, snapshot: Snapshot) -> None:
    if [list(row) for row in role.titles.order_by("pk").values_list("name", "kind")] != snapshot["titles"]:
        role.titles.all().delete()
        RoleTitle.objects.bulk_create(RoleTitle(role=role, name=name, kind=kind) for name, kind in snapshot["titles"])
    places = {link: {"position": position} for link, _title, position in snapshot["links"]}
    _write_places(RoleLink, "role", role, "link", places)


def _write_link(link: ResourceLink, snapshot: Snapshot) -> None:
    _write_topics(LinkTopic, link, snapshot["topics"])
    places = {role: {"position": position} for role, _title, position in snapshot["roles"]}
    _write_places(RoleLink, "link", link, "role", places)


_WRITERS: dict[type[Model], Any] = {Question: _write_question, Role: _write_role, ResourceLink: _write_link}


def _write_topics(through: Any, thing: Any, said: list) -> None:
    wanted = {key for key, _name in said}
    had = set(through.objects.filter(content_object=thing).values_list("tag", flat=True))
    through.objects.filter(content_object=thing, tag__in=had - wanted).delete()
    through.objects.bulk_create(through(content_object=thing, tag_id=key) for key in sorted(wanted - had))


def _write_places(through: Any, mine: str, thing: Any, other: str, places: dict[int, dict]) -> None:
    rows = {getattr(row, f"{other}_id"): row for row in through.objects.filter(**{mine: thing})}
    through.objects.filter(pk__in=[row.pk for key, row in rows.items() if key not in places]).delete()
    new = []
    for key, columns in places.items():
        row = rows.get(key)
        if row is None:
            new.append(through(**{mine: thing, f"{other}_id": key}, **columns))
        elif any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            row.save()
    through.objects.bulk_create(new)
