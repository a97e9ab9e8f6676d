"""Roles and topics to choose from while somebody types: names that begin so, then names that have the words somewhere."""

from collections.abc import Iterator
from typing import Any

from questions.models import Role, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared
from questions.normal import name_key

from . import things
from .index import beginning, with_letters
from .query import LONGEST, Term, words_of
from .things import Things

MOST = 8
# So many times as many are looked at, as some may be topics that nobody is asked about.
SPARE = 2
# Names looked at that begin so, and that have the letters somewhere.
NAMES = 40
FEWEST_LETTERS = 2
TRIGRAM = 3
Suggestion = tuple[Role | Topic, str]
# Sorts of things, their names, and the columns with a thing's key, the normal form and the name as it is written.
SOURCES: tuple[tuple[str, Things, tuple[str, str, str]], ...] = (
    ("role", things.roles, ("pk", "title_key", "title")),
    ("topic", things.topics, ("pk", "name_key", "name")),
    ("role", things.titles, ("role", "name_key", "name")),
    ("topic", things.aliases, ("topic", "name_key", "name")),
)
ROWS = {
    "role": Prepared(lambda keys: Role.objects.select_related("group").filter(pk__in=listed(keys)), keys=list),
    "topic": Prepared(lambda keys: things.asked_topics().filter(pk__in=listed(keys)), keys=list),
}


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
    rows: dict[tuple[str, int], Any] = {}
    for sort in dict.fromkeys(sort for sort, _thing in best):
        rows |= {(sort, row.pk): row for row in ROWS[sort](keys=[thing for other, thing in best if other == sort])}
    return [(rows[found], nearest[found][-1]) for found in best if found in rows][:MOST]


def _names(text: str, words: Term) -> Iterator[tuple[str, int, str, str]]:
    """Sorts of things, their keys, names in the normal form, and those that are not their own as they are written.

    Topics that nobody is asked about are among them: it costs less to drop them in the end.
    """
    begun = 0
    for sort, names, columns in SOURCES:
        own = columns[0] == "pk"
        for thing, key, name in beginning(names, text, NAMES, *columns):
            begun += own
            yield sort, thing, key, "" if own else name
    long = tuple(word for word in words if len(word) >= TRIGRAM)
    # A thing's own name that begins so comes before any that has the words further on.
    if long and begun < SPARE * MOST:
        for sort, names, columns in SOURCES:
            for thing, key, name in with_letters(names, long, NAMES, *columns):
                yield sort, thing, key, "" if columns[0] == "pk" else name


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
