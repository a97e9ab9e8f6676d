"""Topics, groups and roles by the names a table gives them, and the names they are given in tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from questions.models import Group, Role, RoleLink, RoleQuestion, Topic, TopicAlias
from questions.normal import name_key

# The nearest name is looked for this often: in a table full of strange names it would take minutes.
MOST_HINTS = 30


class Names:
    """All names of the bank, each sort fetched when the first table cell needs it: a query or two, 5,000 roles in 50 ms."""

    def __init__(self) -> None:
        self.hints = 0
        self.places: dict[tuple[type, int], int] = {}

    @cached_property
    def _topics(self) -> dict[str, list]:
        found = {key: [pk, name] for key, pk, name in Topic.objects.values_list("name_key", "pk", "name")}
        aliases = TopicAlias.objects.values_list("name_key", "topic", "topic__name")
        return {key: [pk, name] for key, pk, name in aliases} | found

    @cached_property
    def _groups(self) -> dict[int, tuple[str, str]]:
        return {pk: (field, name) for pk, field, name in Group.objects.values_list("pk", "field__name", "name")}

    @cached_property
    def _titles(self) -> dict[int, tuple[str, int]]:
        return {pk: (title, group) for pk, title, group in Role.objects.order_by("pk").values_list("pk", "title", "group")}

    @cached_property
    def _role_labels(self) -> dict[int, str]:
        """Each role as "Group / Title"; with its field, then with its number, where that would name two."""
        labels = {pk: f"{self._groups[group][1]} / {title}" for pk, (title, group) in self._titles.items()}
        labels |= {pk: self._in_full(pk) for pk in _doubles(labels)}
        return labels | {pk: f"{labels[pk]} / {pk}" for pk in _doubles(labels)}

    def _in_full(self, role: int) -> str:
        title, group = self._titles[role]
        return " / ".join((*self._groups[group], title))

    @cached_property
    def _roles(self) -> dict[str, int]:
        in_full = {pk: self._in_full(pk) for pk in self._titles}
        twice = set(_doubles(in_full))
        keys = {name_key(label): pk for pk, label in in_full.items() if pk not in twice}
        return keys | {name_key(label): pk for pk, label in self._role_labels.items()}

    def topic(self, name: str) -> list:
        """``[key, name]`` of the topic called so, by its name or an alias. Raises ValidationError."""
        return list(self._found(name, self._topics, "topic", {key: name for key, (_pk, name) in self._topics.items()}))

    def role(self, label: str) -> tuple[int, str]:
        """Key and title of the role "Group / Title". Raises ValidationError."""
        pk = self._found(label, self._roles, "role", {name_key(label): label for label in self._role_labels.values()})
        return pk, self._titles[pk][0]

    def role_label(self, pk: int) -> str:
        return self._role_labels[pk]

    def group(self, field: str, name: str) -> int:
        """The key of the group ``name``; ``field`` may be empty while only one field has a group of this name."""
        fields: dict[str, list[int]] = defaultdict(list)
        for pk, (of, called) in self._groups.items():
            if name_key(called) == name_key(name):
                fields[name_key(of)].append(pk)
        known = {name_key(called): called for _of, called in self._groups.values()}
        if not fields:
            self._found(name, {}, "group", known)
        if field and name_key(field) not in fields:
            raise ValidationError(f"There is no group “{name[:100]}” in a field “{field[:100]}”.")
        keys = fields[name_key(field)] if field else [pk for keys in fields.values() for pk in keys]
        if len(keys) > 1:
            raise ValidationError(f"Several fields have a group “{name[:100]}”. Say which in the column “field”.")
        return keys[0]

    def group_names(self, pk: int) -> tuple[str, str]:
        """The names of a group's field and of the group."""
        return self._groups[pk]

    def next_place(self, through: type[RoleQuestion] | type[RoleLink], role: int) -> int:
        """The position after the last one in ``role``, counting those given out before."""
        if (through, role) not in self.places:
            last = through.objects.filter(role=role).aggregate(last=Max("position"))["last"]
            self.places[through, role] = last or 0
        self.places[through, role] += 1
        return self.places[through, role]

    def _found(self, name: str, things: dict[str, Any], sort: str, known: dict[str, str]) -> Any:
        key = name_key(name)
        if key in things:
            return things[key]
        raise ValidationError(f"There is no {sort} “{name[:100]}”.{self._hint(key, known)}")

    def _hint(self, key: str, known: dict[str, str]) -> str:
        self.hints += 1
        near = get_close_matches(key[:200], known, n=1) if self.hints <= MOST_HINTS else []
        return f" Did you mean “{known[near[0]]}”?" if near else " Add it first, or take it out of the table."


def _doubles(labels: dict[int, str]) -> Iterable[int]:
    count = Counter(map(name_key, labels.values()))
    return [pk for pk, label in labels.items() if count[name_key(label)] > 1]
