"""The whole content of questions, roles and links as plain JSON values: what a revision says, and what a form hands in.

Other things are named by key and name together (``[12, "Diversity"]``): the key finds them, the name says what they were
called, also after they are gone. Two snapshots are compared by ``essence``, which leaves such names out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model

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

type Snapshot = dict[str, Any]

STATE = ("status", "publish_at", "retire_at")
TEXTS: dict[type[Model], tuple[str, ...]] = {
    Question: ("text", "kind", "purpose", "points", "pitfalls", "source_kind", "source_name", "reviewed_on", "reviewed_by"),
    Role: (
        *("title", "group", "summary", "description", "interview", "onet_soc_code", "featured", "slug"),
        *("reviewed_on", "reviewed_by"),
    ),
    ResourceLink: ("title", "url", "kind", "note"),
}
# Lists that say [key, name, …] of other things.
REFERENCES = ("topics", "roles", "links")


def read(model: type[Model], keys: Collection[int]) -> dict[int, Snapshot]:
    """The snapshots of the rows of ``model`` with these keys, in a handful of queries however many they are."""
    columns = (*TEXTS[model], *STATE)
    rows = model._default_manager.filter(pk__in=keys).order_by("pk").values_list("pk", *columns)
    found = {pk: {name: plain(value) for name, value in zip(columns, values, strict=True)} for pk, *values in rows}
    for name, lists in _PARTS[model](keys).items():
        for pk, snapshot in found.items():
            snapshot[name] = lists.get(pk, [])
    return found


def essence(snapshot: Snapshot) -> Snapshot:
    """What counts when two snapshots are compared."""
    bare: Snapshot = {}
    for name, value in snapshot.items():
        if name in REFERENCES:
            bare[name] = sorted(without_names(entry) for entry in value)
        else:
            bare[name] = value or None
    return bare


def content(snapshot: Snapshot) -> Snapshot:
    """The snapshot without status and times: what an edit or a revert brings in."""
    return {name: value for name, value in snapshot.items() if name not in STATE}


def plain(value: Any) -> Any:
    """A column's value as JSON holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def without_names(entry: list) -> list:
    """An entry of a list of references, as it counts when two are compared."""
    key, _name, *rest = entry
    return [key, *(part[0] if isinstance(part, list) else part or 0 for part in rest)]


def _of_questions(keys: Collection[int]) -> dict[str, dict[int, list]]:
    follow_ups = FollowUp.objects.filter(question__in=keys).order_by("position", "pk").values_list("question", "text")
    benchmarks = Benchmark.objects.filter(question__in=keys).order_by("level").values_list("question", "level", "text")
    places = (
        RoleQuestion.objects.filter(question__in=keys)
        .order_by("role", "pk")
        .values_list("question", "role", "role__title", "section", "section__name", "position")
    )
    return {
        "follow_ups": {pk: [text for (text,) in rows] for pk, rows in _lists(follow_ups).items()},
        "benchmarks": _lists(benchmarks),
        "topics": _topics(QuestionTopic, keys),
        "roles": {
            pk: [[role, title, [section, name] if section else None, position] for role, title, section, name, position in rows]
            for pk, rows in _lists(places).items()
        },
    }


def _of_roles(keys: Collection[int]) -> dict[str, dict[int, list]]:
    titles = RoleTitle.objects.filter(role__in=keys).order_by("pk").values_list("role", "name", "kind")
    links = (
        RoleLink.objects.filter(role__in=keys).order_by("position", "pk").values_list("role", "link", "link__title", "position")
    )
    return {"titles": _lists(titles), "links": _lists(links)}


def _of_links(keys: Collection[int]) -> dict[str, dict[int, list]]:
    places = RoleLink.objects.filter(link__in=keys).order_by("role", "pk").values_list("link", "role", "role__title", "position")
    return {"topics": _topics(LinkTopic, keys), "roles": _lists(places)}


_PARTS: dict[type[Model], Any] = {Question: _of_questions, Role: _of_roles, ResourceLink: _of_links}


def _topics(through: Any, keys: Collection[int]) -> dict[int, list]:
    rows = through.objects.filter(content_object__in=keys).order_by("tag__name_key", "tag")
    return _lists(rows.values_list("content_object", "tag", "tag__name"))


def _lists(rows: Iterable[tuple]) -> dict[int, list]:
    lists: dict[int, list] = defaultdict(list)
    for pk, *rest in rows:
        lists[pk].append(rest)
    return lists
