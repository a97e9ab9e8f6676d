"""The three sorts of things that go in and out as tables, and their columns."""

from collections.abc import Hashable, Iterable
from typing import Any

from questions.editorial.snapshots import Snapshot
from questions.models import FollowUp, Question, ResourceLink, Role, RoleLink, RoleQuestion, RoleTitle
from questions.normal import name_key, question_key, url_key
from questions.vocabulary import Kind, LinkKind, Source
from questions.vocabulary import Level as Seniority

from .columns import Choice, Column, Day, Group, Level, OneLine, Roles, Texts, Titles, Topics, YesOrNo
from .entries import Sort

REVIEW = [Day("reviewed_on"), OneLine("reviewed_by")]


class Questions(Sort):
    model = Question
    identity = ("text",)
    lists = ("follow_ups", "benchmarks", "topics", "roles")
    columns = [
        OneLine("text"),
        Choice("kind", Kind),
        Topics("topics"),
        Roles("roles", RoleQuestion),
        Column("purpose"),
        Column("points"),
        Column("pitfalls"),
        Texts("follow_ups", FollowUp._meta.get_field("text")),
        *(Level(f"benchmark_{level.value}", level.value) for level in Seniority),
        Choice("source_kind", Source),
        OneLine("source_name"),
        *REVIEW,
    ]

    def key_of(self, snapshot: Snapshot) -> Hashable:
        return question_key(snapshot["text"])

    def holders(self, keys: list[Any]) -> Iterable[tuple[Hashable, int]]:
        return Question.objects.filter(text_key__in=keys).values_list("text_key", "pk")


class RolesSort(Sort):
    model = Role
    identity = ("field", "group", "title")
    lists = ("titles", "links")
    columns = [
        Group("field"),
        Group("group"),
        OneLine("title"),
        Titles("also_called", RoleTitle._meta.get_field("name")),
        OneLine("summary"),
        Column("description"),
        Column("interview"),
        OneLine("onet_soc_code"),
        YesOrNo("featured"),
        *REVIEW,
    ]

    def key_of(self, snapshot: Snapshot) -> Hashable:
        if not snapshot["group"]:
            raise ValueError
        return snapshot["group"], name_key(snapshot["title"])

    def holders(self, keys: list[Any]) -> Iterable[tuple[Hashable, int]]:
        rows = Role.objects.filter(title_key__in={title for _group, title in keys}).values_list("group", "title_key", "pk")
        return [((group, title), pk) for group, title, pk in rows]


class Links(Sort):
    model = ResourceLink
    identity = ("title", "url")
    lists = ("topics", "roles")
    columns = [
        OneLine("title"),
        OneLine("url"),
        Choice("kind", LinkKind),
        OneLine("note"),
        Topics("topics"),
        Roles("roles", RoleLink),
    ]

    def key_of(self, snapshot: Snapshot) -> Hashable:
        return url_key(snapshot["url"])

    def holders(self, keys: list[Any]) -> Iterable[tuple[Hashable, int]]:
        return ResourceLink.objects.filter(url_key__in=keys).values_list("url_key", "pk")


SORTS: dict[Any, Sort] = {Question: Questions(), Role: RolesSort(), ResourceLink: Links()}
