"""What the bank holds, as plain values that can be compared with what a guide says; many rows in a few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from questions.models import (
    Benchmark,
    Field,
    FollowUp,
    Group,
    LinkTopic,
    Question,
    QuestionTopic,
    ResourceLink,
    Role,
    Topic,
    TopicAlias,
)

from .digests import digest_values

QUESTION_COLUMNS = (
    *("text", "kind", "purpose", "points", "pitfalls", "source_kind", "source_name"),
    *("status", "reviewed_on", "reviewed_by"),
)
LINK_COLUMNS = ("title", "url", "kind", "note", "status")
ROLE_COLUMNS = (
    *("title", "summary", "description", "interview", "onet_soc_code", "featured"),
    *("status", "reviewed_on", "reviewed_by"),
)


@dataclass(slots=True)
class Held:
    """A row as the bank holds it; ``values`` are its columns and what hangs on it."""

    id: int
    key: str
    values: dict[str, Any]
    imported_digest: str

    @property
    def untouched(self) -> bool:
        """Whether the row still is as an import left it."""
        return self.imported_digest == digest_values(self.values)


def question_states(where: Q) -> dict[int, Held]:
    """The questions of ``where`` by id, with their follow-ups, benchmarks and topics."""
    held = _rows(Question, where, "text_key", QUESTION_COLUMNS)
    follow_ups = _lists(FollowUp.objects.filter(question__in=held).values_list("question", "text"))
    benchmarks = _lists(Benchmark.objects.filter(question__in=held).order_by("pk").values_list("question", "level", "text"))
    topics = _lists(QuestionTopic.objects.filter(content_object__in=held).values_list("content_object", "tag"))
    for number, row in held.items():
        row.values |= {
            "follow_ups": [text for (text,) in follow_ups[number]],
            "benchmarks": dict(benchmarks[number]),
            "topics": sorted(topic for (topic,) in topics[number]),
        }
    return held


def link_states(where: Q) -> dict[int, Held]:
    """The links of ``where`` by id, with their topics."""
    held = _rows(ResourceLink, where, "url_key", LINK_COLUMNS)
    topics = _lists(LinkTopic.objects.filter(content_object__in=held).values_list("content_object", "tag"))
    for number, row in held.items():
        row.values["topics"] = sorted(topic for (topic,) in topics[number])
    return held


def role_states(where: Q) -> dict[int, Held]:
    """The roles of ``where`` by id; titles, questions and links are not part of a role's own state."""
    return _rows(Role, where, "title_key", ROLE_COLUMNS)


def field_states(where: Q) -> dict[int, Held]:
    return _rows(Field, where, "name_key", ("name", "description"))


def group_states(where: Q) -> dict[int, Held]:
    return _rows(Group, where, "name_key", ("name", "description"))


def topic_states(where: Q) -> dict[int, Held]:
    """The topics of ``where`` by id, with their aliases."""
    held = _rows(Topic, where, "name_key", ("name", "description", "phrases"))
    aliases = _lists(TopicAlias.objects.filter(topic__in=held).values_list("topic", "name"))
    for number, row in held.items():
        row.values["aliases"] = sorted(name for (name,) in aliases[number])
    return held


def _rows(model: type[Model], where: Q, key: str, columns: tuple[str, ...]) -> dict[int, Held]:
    rows = model._default_manager.filter(where).order_by("pk").values_list("pk", key, "imported_digest", *columns)
    return {pk: Held(pk, key, dict(zip(columns, values, strict=True)), digest) for pk, key, digest, *values in rows}


def _lists(rows: Iterable[tuple]) -> dict[int, list[tuple]]:
    lists: dict[int, list[tuple]] = defaultdict(list)
    for first, *rest in rows:
        lists[first].append(tuple(rest))
    return lists
