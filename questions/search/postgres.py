"""Matching in PostgreSQL: a generated column of lexemes, and trigrams of names (migration 0009)."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connections, transaction
from django.db.models import F, Max, Model, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Collate

from questions.models import Question, ResourceLink, RoleTitle
from questions.models.prepared import Prepared

from .keys import LAST, key_of
from .query import Query, Term
from .stems import completed
from .things import Things, roles

# Fetching and sorting all matches of a word that a fifth of a large bank has would take half a second. Of large tables so many
# of the newest rows are looked through first, where the planner's guess says that enough matches are among them.
LARGE: tuple[type[Model], ...] = (Question, RoleTitle, ResourceLink)
WINDOW = 20_000
# The share of a word's groups of three letters that a name must have to be a candidate for what was meant: two letters of ten
# that changed places leave it three fifths, two of five a third.
MUCH_ALIKE, ALIKE = 0.6, 0.3


def newest(
    things: Things, query: Query, limit: int, *columns: str, prefix: str = "", column: str = "", since: int | None = None
) -> list[Any]:
    """As for SQLite."""
    expression = _expression(query, prefix, "A" if column else "")
    if since is not None:
        return list(_newest_since(things, limit, columns)(expression=expression, since=since))
    found = _newest(things, limit, columns)(expression=expression)
    if found.model in LARGE and (matches := guess(_matching(things)(expression=expression))) > 2 * limit:
        last = found.model._base_manager.aggregate(last=Max("pk"))["last"] or 0
        if matches * WINDOW > limit * last:
            late = list(_newest_since(things, limit, columns)(expression=expression, since=last - WINDOW))
            if len(late) == limit:
                return late
    return list(found)


@cache
def _newest(things: Things, limit: int, columns: Sequence[str]) -> Prepared:
    def write(expression: str) -> "QuerySet[Any]":
        # Not by the bare key, by which the planner might walk through the whole table from its end.
        return _columns(_found(things(), expression), columns).order_by((F("pk") + 0).desc())[:limit]

    return Prepared(write, expression=str)


@cache
def _newest_since(things: Things, limit: int, columns: Sequence[str]) -> Prepared:
    def write(expression: str, since: int) -> "QuerySet[Any]":
        return _columns(_found(things(), expression), columns).filter(pk__gt=since).order_by("-pk")[:limit]

    return Prepared(write, expression=str, since=int)


@cache
def _matching(things: Things) -> Prepared:
    return Prepared(lambda expression: _found(things(), expression).values("pk"), expression=str)


def matching(things: "QuerySet[Any]", query: Query, *, prefix: str = "", column: str = "") -> "QuerySet[Any]":
    """As for SQLite. ``column`` is the first one of the index, the one that weighs most."""
    table = things.model._meta.db_table
    sql = f"SELECT id FROM {table} WHERE search @@ to_tsquery('bank', %s)"  # noqa: S608
    return things.filter(pk__in=RawSQL(sql, [_expression(query, prefix, "A" if column else "")]))  # noqa: S611


def beginning(names: Things, text: str, limit: int, *columns: str) -> list[Any]:
    """As for SQLite."""
    return list(_beginning(names, limit, columns)(text=text, end=f"{text}{LAST}"))


@cache
def _beginning(names: Things, limit: int, columns: Sequence[str]) -> Prepared:
    """Read off an index in the order of code points (migration 0014): whatever the database's language, what begins with the
    same text stands together there."""

    def write(text: str, end: str) -> "QuerySet[Any]":
        begun = names()
        begun = begun.alias(begins=Collate(key_of(begun.model), "C"))
        return begun.filter(begins__gte=text, begins__lt=end).order_by("begins").values_list(*columns)[:limit]

    return Prepared(write, text=str, end=str)


def with_letters(names: Things, words: Term, limit: int, *columns: str) -> list[Any]:
    """As for SQLite."""
    patterns = {f"word_{number}": f"%{_as_written(word)}%" for number, word in enumerate(words)}
    return list(_with_letters(names, len(words), limit, columns)(**patterns))


@cache
def _with_letters(names: Things, words: int, limit: int, columns: Sequence[str]) -> Prepared:
    def write(**patterns: str) -> "QuerySet[Any]":
        found = names()
        where = [f"{found.model._meta.db_table}.{key_of(found.model)}::text LIKE %s"] * words
        found = found.extra(where=where, params=list(patterns.values()))  # noqa: S610
        return found.order_by("pk").values_list(*columns)[:limit]

    return Prepared(write, **{f"word_{number}": str for number in range(words)})


def naming(names: "QuerySet[Any]", letters: str) -> "QuerySet[Any]":
    """As for SQLite."""
    return names.filter(**{f"{key_of(names.model)}__contains": letters})


def alike(names: Things, text: str, column: str, limit: int) -> list[tuple[str, Any]]:
    """As for SQLite; where some are very much alike any of those, since to compare all names that share a few letters takes
    long."""
    near = _alike(names, column, limit, ranked=False)(text=text)
    with transaction.atomic(using=near.db), connections[near.db].cursor() as cursor:
        _set(cursor, MUCH_ALIKE)
        if found := list(near):
            return found
        _set(cursor, ALIKE)
        return [(name, key) for name, key, _far in _alike(names, column, limit, ranked=True)(text=text)]


def _set(cursor: Any, threshold: float) -> None:
    """For the transaction: what counts as alike, and that the index is used, of which the planner expects too little."""
    cursor.execute(
        "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true), set_config('enable_seqscan', 'off', true)",
        [str(threshold)],
    )


@cache
def _alike(names: Things, column: str, limit: int, *, ranked: bool) -> Prepared:
    def write(text: str) -> "QuerySet[Any]":
        found = names()
        key = key_of(found.model)
        name = f"{found.model._meta.db_table}.{key}"
        near = found.order_by().extra(where=[f"%s <%% {name}"], params=[text])  # noqa: S610
        if not ranked:
            return near.values_list(key, column)[:limit]
        far = near.extra(select={"far": f"%s <<-> {name}"}, select_params=[text])  # noqa: S610
        return far.order_by("far", "pk").values_list(key, column, "far")[:limit]

    return Prepared(write, text=str)


@contextmanager
def planned_anew() -> Iterator[None]:
    """Inside, each query is planned for its own words.

    A plan for words of any kind, which PostgreSQL makes of what is asked often, takes 25 ms among 65,000 names to see that nobody
    uses a word; one made for that word no time.
    """
    alias = roles().db
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        yield


def guess(things: "QuerySet[Any]") -> int:
    """How many rows the planner expects ``things`` to be; it looks at none."""
    sql, parameters = things.query.get_compiler(things.db).as_sql()
    with connections[things.db].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", parameters)
        said = cursor.fetchone()[0]
    [plan] = json.loads(said) if isinstance(said, str) else said
    return int(plan["Plan"]["Plan Rows"])


def _found(things: "QuerySet[Any]", expression: str) -> "QuerySet[Any]":
    where = [f"{things.model._meta.db_table}.search @@ to_tsquery('bank', %s)"]
    return things.order_by().extra(where=where, params=[expression])  # noqa: S610


def _columns(found: "QuerySet[Any]", columns: Sequence[str]) -> "QuerySet[Any]":
    return found.values_list(*columns) if columns else found.values_list("pk", flat=True)


def _as_written(text: str) -> str:
    """``text`` without a meaning to LIKE."""
    return text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _expression(query: Query, prefix: str, weight: str) -> str:
    wanted = [_in_a_row(term, weight) for term in query.terms]
    if prefix:
        mark = f":{weight}" if weight else ""
        wanted[-1] = _in_a_row(query.terms[-1], f"*{weight}") + "".join(f" | '{word}'{mark}" for word in completed(prefix))
        wanted[-1] = f"({wanted[-1]})"
    return " & ".join(wanted + [f"!({_in_a_row(term, '')})" for term in query.excluded])


def _in_a_row(term: Term, mark: str) -> str:
    """``term`` as a part of a query; ``mark`` says of its words which weight they have, and of the last that more may follow."""
    weight = mark.removeprefix("*")
    marks = [weight] * (len(term) - 1) + [mark]
    # Words are letters and figures only: nothing in them ends a quotation.
    lexemes = [f"'{word}':{mark}" if mark else f"'{word}'" for word, mark in zip(term, marks, strict=True)]
    return f"({' <-> '.join(lexemes)})"
