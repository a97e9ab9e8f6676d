"""Questions and links side by side: how each is read in bulk, made, brought up to date and placed in a role.

The loader treats both alike; what differs stands here.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q
from django.utils.timezone import now

from questions.models import Benchmark, FollowUp, LinkTopic, Question, QuestionTopic, ResourceLink, RoleLink, RoleQuestion
from questions.vocabulary import Status

from .digests import digest_values
from .inserting import insert
from .states import LINK_COLUMNS, QUESTION_COLUMNS, Held, link_states, question_states
from .wanted import Wanted


class Shelf(ABC):
    """All rows of one sort that a batch of guides speaks of, as the bank holds them, and their places in roles."""

    name: str
    model: type[Question] | type[ResourceLink]
    key_column: str

    def __init__(self) -> None:
        self.by_id: dict[int, Held] = {}
        self.by_key: dict[str, Held] = {}
        self.places: dict[int, set[int]] = defaultdict(set)
        self.last_position: dict[int, int] = defaultdict(int)
        self.merged: set[str] = set()  # keys of rows that were merged into another one, which stands for them

    def read(self, *, keys: Iterable[str], ids: Iterable[int], roles: Iterable[int]) -> None:
        for held in self.states(Q(**{f"{self.key_column}__in": list(keys)}) | Q(pk__in=list(ids))).values():
            self.keep(held)
        for role, row, position in self.place_rows(list(roles)):
            self.places[role].add(row)
            self.last_position[role] = max(self.last_position[role], position)

    def keep(self, held: Held) -> None:
        self.by_id[held.id] = self.by_key[held.key] = held

    def reread(self, held: Held) -> Held | None:
        """The row as it is now, and locked until the transaction ends."""
        lock(self.model, held.id)
        return self.states(Q(pk=held.id)).get(held.id)

    def next_position(self, role: int) -> int:
        self.last_position[role] += 1
        return self.last_position[role]

    @abstractmethod
    def states(self, where: Q) -> dict[int, Held]: ...

    @abstractmethod
    def place_rows(self, roles: list[int]) -> Iterable[tuple[int, int, int]]: ...

    @abstractmethod
    def create(self, wanted: list[Wanted], by: int | None) -> list[Held]: ...

    @abstractmethod
    def update(self, held: Held, values: dict[str, Any]) -> None: ...

    @abstractmethod
    def place(self, role: int, rows: list[tuple[Held, Wanted]]) -> None: ...


class QuestionShelf(Shelf):
    name = "question"
    model = Question
    key_column = "text_key"

    def read(self, *, keys: Iterable[str], ids: Iterable[int], roles: Iterable[int]) -> None:
        super().read(keys=keys, ids=ids, roles=roles)
        rows = Question.objects.filter(pk__in=self.by_id).exclude(merged_into=None)
        into: dict[str, Any] = dict(rows.values_list("text_key", "merged_into"))
        left = self.states(Q(pk__in=into.values())) if into else {}
        self.by_id |= left
        self.by_key |= {key: left[question] for key, question in into.items()}
        self.merged = set(into)

    def states(self, where: Q) -> dict[int, Held]:
        return question_states(where)

    def place_rows(self, roles: list[int]) -> Iterable[tuple[int, int, int]]:
        return RoleQuestion.objects.filter(role__in=roles).values_list("role", "question", "position")

    def create(self, wanted: list[Wanted], by: int | None) -> list[Held]:
        held = _create(Question, wanted, QUESTION_COLUMNS, by)
        _attach(held)
        return held

    def update(self, held: Held, values: dict[str, Any]) -> None:
        columns = _columns(values, QUESTION_COLUMNS) | unscheduled(values)
        if values["text"] != held.values["text"]:
            columns["compared_at"] = None
        question = Question(pk=held.id, **columns, imported_digest=digest_values(values), updated_at=now())
        question.save(force_update=True, update_fields=[*columns, "text_key", "imported_digest", "updated_at"])
        question.follow_ups.all().delete()
        question.benchmarks.all().delete()
        QuestionTopic.objects.filter(content_object=question).delete()
        _attach([Held(held.id, held.key, values, "")])

    def place(self, role: int, rows: list[tuple[Held, Wanted]]) -> None:
        places = [
            {"role": role, "question": held.id, "section": item.section, "position": self.next_position(role)}
            for held, item in rows
        ]
        insert(RoleQuestion, places)


class LinkShelf(Shelf):
    name = "link"
    model = ResourceLink
    key_column = "url_key"

    def states(self, where: Q) -> dict[int, Held]:
        return link_states(where)

    def place_rows(self, roles: list[int]) -> Iterable[tuple[int, int, int]]:
        return RoleLink.objects.filter(role__in=roles).values_list("role", "link", "position")

    def create(self, wanted: list[Wanted], by: int | None) -> list[Held]:
        held = _create(ResourceLink, wanted, LINK_COLUMNS, by)
        _tag(LinkTopic, held)
        return held

    def update(self, held: Held, values: dict[str, Any]) -> None:
        columns = _columns(values, LINK_COLUMNS) | unscheduled(values)
        link = ResourceLink(pk=held.id, **columns, imported_digest=digest_values(values), updated_at=now())
        link.save(force_update=True, update_fields=[*columns, "url_key", "imported_digest", "updated_at"])
        LinkTopic.objects.filter(content_object=link).delete()
        _tag(LinkTopic, [Held(held.id, held.key, values, "")])

    def place(self, role: int, rows: list[tuple[Held, Wanted]]) -> None:
        insert(RoleLink, [{"role": role, "link": held.id, "position": self.next_position(role)} for held, _item in rows])


def lock(model: type[Model], number: int) -> None:
    """Make other writers of the row wait for this transaction (on SQLite all writers wait already)."""
    list(model._default_manager.select_for_update().filter(pk=number).values_list("pk"))


def unscheduled(values: dict[str, Any]) -> dict[str, Any]:
    """Only what is published has times from and until which it is; the rest of an update that takes it off."""
    return {} if values["status"] == Status.PUBLISHED else {"publish_at": None, "retire_at": None}


def _columns(values: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: values[column] for column in columns}


def _create(model: type[Model], wanted: list[Wanted], columns: tuple[str, ...], by: int | None) -> list[Held]:
    values = [item.values for item in wanted]
    digests = [digest_values(row) for row in values]
    own = {"created_by": by, "revision": 1}  # the ledger writes that revision
    ids = insert(
        model,
        [_columns(row, columns) | own | {"imported_digest": digest} for row, digest in zip(values, digests, strict=True)],
    )
    return [Held(*row) for row in zip(ids, (item.key for item in wanted), values, digests, strict=True)]


def _attach(rows: list[Held]) -> None:
    """Write what hangs on new or emptied questions."""
    probes = [(row.id, number, text) for row in rows for number, text in enumerate(row.values["follow_ups"], start=1)]
    insert(FollowUp, [{"question": pk, "position": number, "text": text} for pk, number, text in probes])
    levels = [(row.id, level, text) for row in rows for level, text in row.values["benchmarks"].items()]
    insert(Benchmark, [{"question": pk, "level": level, "text": text} for pk, level, text in levels])
    _tag(QuestionTopic, rows)


def _tag(through: type[Model], rows: list[Held]) -> None:
    insert(through, [{"content_object": row.id, "tag": topic} for row in rows for topic in row.values["topics"]])
