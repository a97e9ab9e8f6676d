"""Columns of a table: how each part of a snapshot is told in a cell, and how a cell is put into a snapshot."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from questions.editorial.snapshots import Snapshot
from questions.normal import name_key, one_line
from questions.vocabulary import TitleKind, Word

from .cells import parts_of
from .names import Names

type Cells = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A text of many lines, under its own name in the snapshot."""

    name: str

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        """What the cell says of ``snapshot``: a text, yes or no, or a list of texts."""
        return snapshot[self.name] or ""

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        """Make ``snapshot`` say ``text``; "" empties it. ``cells`` is the whole row. Raises ValidationError."""
        snapshot[self.name] = text.strip("\n").rstrip()


class OneLine(Column):
    """A text of one line."""

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        snapshot[self.name] = one_line(text)


@dataclass(frozen=True)
class Choice(Column):
    """One of a closed list of words, by its value or its label."""

    words: type[Word]

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        snapshot[self.name] = word_of(self.words, self.name, text).value


class Day(Column):
    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        try:
            snapshot[self.name] = dt.date.fromisoformat(text.strip()).isoformat() if text else None
        except ValueError:
            raise ValidationError(f"“{text[:40]}” is no day. Write it as 2026-11-01: year, month, day.") from None


class YesOrNo(Column):
    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return bool(snapshot[self.name])

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        said = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
        if text.strip().lower() not in said:
            raise ValidationError(f"“{text[:40]}” is neither yes nor no.")
        snapshot[self.name] = said[text.strip().lower()]


@dataclass(frozen=True)
class Texts(Column):
    """A list of short texts, each as long as ``each`` allows."""

    each: Any

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return list(snapshot[self.name])

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        snapshot[self.name] = [checked(self.each, one_line(part)) for part in parts_of(text)]


class Titles(Texts):
    """Other titles of a role; those it has keep their kind."""

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return [name for name, _kind in snapshot["titles"]]

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        kinds = {name_key(name): kind for name, kind in snapshot["titles"]}
        titles = {name_key(part): checked(self.each, one_line(part)) for part in parts_of(text)}
        snapshot["titles"] = [[name, kinds.get(key, TitleKind.ALTERNATE.value)] for key, name in titles.items()]


@dataclass(frozen=True)
class Level(Column):
    """What a good answer sounds like at one ``level``."""

    level: str

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return dict(map(tuple, snapshot["benchmarks"])).get(self.level, "")

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        others = [entry for entry in snapshot["benchmarks"] if entry[0] != self.level]
        mine = [[self.level, text.strip("\n").rstrip()]] if text.strip() else []
        snapshot["benchmarks"] = sorted(others + mine)


class Topics(Column):
    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return [name for _key, name in snapshot[self.name]]

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        found = {topic[0]: topic for topic in all_of(names.topic, parts_of(text))}
        snapshot[self.name] = list(found.values())


@dataclass(frozen=True)
class Roles(Column):
    """The roles a thing stands in; those it has keep its place there, in the others it comes last."""

    through: Any

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return [names.role_label(key) for key, *_place in snapshot[self.name]]

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        places = {entry[0]: entry for entry in snapshot[self.name]}
        wanted = dict(all_of(names.role, parts_of(text)))
        # Between a role and the position a question has its heading, which a new place leaves to the page.
        heading: list = [None] if self.through._meta.model_name == "rolequestion" else []
        snapshot[self.name] = [
            places.get(key) or [key, title, *heading, names.next_place(self.through, key)] for key, title in wanted.items()
        ]


class Group(Column):
    """A role's group, which together with the column "field" says where the role stands."""

    def told(self, snapshot: Snapshot, names: Names) -> Any:
        return names.group_names(snapshot["group"])[self.name == "group"] if snapshot["group"] else ""

    def put(self, snapshot: Snapshot, text: str, cells: Cells, names: Names) -> None:
        field, group = names.group_names(snapshot["group"]) if snapshot["group"] else ("", "")
        named = str(cells.get("field") or ""), str(cells.get("group") or group)
        snapshot["group"] = names.group(named[0] or ("" if cells.get("group") else field), named[1])


def word_of(words: type[Word], name: str, text: str) -> Word:
    said = text.strip().casefold()
    for word in words:
        if said in (word.value, word.label.casefold()):
            return word
    allowed = ", ".join(word.value for word in words)
    raise ValidationError(f"The {name.replace('_', ' ')} “{text[:40]}” is none of: {allowed}.")


def checked(field: models.Field, text: str) -> str:
    """``text`` as a value of ``field``. Raises ValidationError where it is too long."""
    return field.clean(text, None)


def all_of(find: Any, parts: list[str]) -> list[Any]:
    """What ``find`` makes of each of ``parts``. Raises one ValidationError with all that it could not find."""
    found, missing = [], []
    for part in parts:
        try:
            found.append(find(part))
        except ValidationError as error:
            missing += error.messages
    if missing:
        raise ValidationError(missing)
    return found
