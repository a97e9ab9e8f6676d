"""Roles and topics to choose from while somebody types: names that begin so, then names that have the words somewhere."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from questions.models import Role, RoleTitle, Topic, TopicAlias
from questions.models.states import public
from questions.normal import name_key

from .index import beginning, with_letters
from .keys import key_of
from .query import LONGEST, Term, words_of

MOST = 8
# So many times as many are looked at, as some may be topics that nobody is asked about.
SPARE = 2
# Names looked at that begin so, and that have the letters somewhere.
NAMES = 40
FEWEST_LETTERS = 2
TRIGRAM = 3
Suggestion = tuple[Role | Topic, str]


def suggestions(typed: str) -> list[Suggestion]:
    """At most eight published roles and topics for what was typed so far, the nearest first.

    Each with the other name that has it, or "" if its own does.
    """
    text = name_key(typed[:LONGEST])
    words = words_of(text)
    if len(text) < FEWEST_LETTERS or not words:
        return []
    nearest: dict[tuple[str, int], tuple] = {}
    for sort, thing, name, other in _names(text, words):
        distance = _distance(name, text, words)
        if distance is not None:
            # The very name comes first, whoever's it is; then things' own names, which need no explaining.
            rank = (distance > 0, other != "", distance, len(name), name, other)
            nearest[sort, thing] = min(rank, nearest.get((sort, thing), rank))
    best = sorted(nearest, key=lambda found: (nearest[found], found))[: SPARE * MOST]
    roles = Role.objects.select_related("group").in_bulk([thing for sort, thing in best if sort == "role"])
    topics = Topic.objects.asked().in_bulk([thing for sort, thing in best if sort == "topic"])
    things: dict[str, dict[int, Any]] = {"role": roles, "topic": topics}
    return [(things[sort][thing], nearest[sort, thing][-1]) for sort, thing in best if thing in things[sort]][:MOST]


def _names(text: str, words: Term) -> Iterator[tuple[str, int, str, str]]:
    """Sorts of things, their keys, names in the normal form, and those that are not their own as they are written.

    Topics that nobody is asked about are among them: it costs less to drop them in the end.
    """
    sources: list[tuple[str, QuerySet[Any], str]] = [
        ("role", Role.objects.published(), "pk"),
        ("topic", Topic.objects.all(), "pk"),
        ("role", RoleTitle.objects.filter(public("role")), "role"),
        ("topic", TopicAlias.objects.all(), "topic"),
    ]
    begun = 0
    for sort, names, thing in sources:
        for found in _read(beginning(names, text), thing):
            begun += thing == "pk"
            yield sort, *found
    long = tuple(word for word in words if len(word) >= TRIGRAM)
    # A thing's own name that begins so comes before any that has the words further on.
    if long and begun < SPARE * MOST:
        for sort, names, thing in sources:
            for found in _read(with_letters(names, long), thing):
                yield sort, *found


def _read(names: "QuerySet[Any]", thing: str) -> Iterator[tuple[int, str, str]]:
    own = thing == "pk"
    for key, name, other in names.values_list(thing, key_of(names), key_of(names) if own else "name")[:NAMES]:
        yield key, name, "" if own else other


def _distance(name: str, text: str, words: Term) -> int | None:
    """0 the very name, 1 it begins so, 2 it has the words in this order, 3 in any; None not all of them begin one of its own."""
    if name == text:
        return 0
    if name.startswith(text):
        return 1
    if f" {text}" in name:
        return 2
    own = words_of(name, limit=None)
    return 3 if all(any(mine.startswith(word) for mine in own) for word in words) else None
