"""Matching in PostgreSQL: a generated column of lexemes, and trigrams of names (migration 0009)."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connections, transaction
from django.db.models import F, Max, QuerySet
from django.db.models.expressions import RawSQL

from questions.models import Question
from questions.models.prepared import Prepared

from .keys import key_of
from .query import Query, Term
from .stems import completed
from .things import Things

# With more matches than this, as the planner guesses, the newest rows are looked through for them first: fetching and
# sorting all matches of a word that a fifth of a large bank has would take half a second.
MANY = 5_000
WINDOW = 20_000
# The share of a word's groups of three letters that a name must have to be a candidate for what was meant.
ALIKE = 0.3


def newest(
    things: Things, query: Query, limit: int, *columns: str, prefix: str = "", column: str = "", since: int | None = None
) -> list[Any]:
    """As for SQLite."""
    expression = _expression(query, prefix, "A" if column else "")
    if since is not None:
        return list(_newest_since(things, limit, columns)(expression=expression, since=since))
    found = _newest(things, limit, columns)(expression=expression)
    if found.model is Question and guess(_matching(things)(expression=expression)) > MANY:
        last = Question._base_manager.aggregate(last=Max("pk"))["last"] or 0
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
    return list(_having(names, 1, limit, columns, from_a_to_z=True)(word_0=f"{_as_written(text)}%"))


def with_letters(names: Things, words: Term, limit: int, *columns: str) -> list[Any]:
    """As for SQLite."""
    patterns = {f"word_{number}": f"%{_as_written(word)}%" for number, word in enumerate(words)}
    return list(_having(names, len(words), limit, columns, from_a_to_z=False)(**patterns))


@cache
def _having(names: Things, words: int, limit: int, columns: Sequence[str], *, from_a_to_z: bool) -> Prepared:
    """Names that are LIKE each of so many words."""

    def write(**patterns: str) -> "QuerySet[Any]":
        found = names()
        key = key_of(found.model)
        where = [f"{found.model._meta.db_table}.{key}::text LIKE %s"] * words
        found = found.extra(where=where, params=list(patterns.values()))  # noqa: S610
        return found.order_by(key if from_a_to_z else "pk").values_list(*columns)[:limit]

    return Prepared(write, **{f"word_{number}": str for number in range(words)})


def naming(names: "QuerySet[Any]", letters: str) -> "QuerySet[Any]":
    """As for SQLite."""
    return names.filter(**{f"{key_of(names.model)}__contains": letters})


def alike(names: Things, text: str, column: str, limit: int) -> list[tuple[str, Any]]:
    """As for SQLite."""
    near = _alike(names, column, limit)(text=text)
    with transaction.atomic(using=near.db), connections[near.db].cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(ALIKE)])
        return [(name, key) for name, key, _far in near]


@cache
def _alike(names: Things, column: str, limit: int) -> Prepared:
    def write(text: str) -> "QuerySet[Any]":
        found = names()
        key = key_of(found.model)
        name = f"{found.model._meta.db_table}.{key}"
        near = found.extra(  # noqa: S610
            where=[f"%s <%% {name}"], params=[text], select={"far": f"%s <<-> {name}"}, select_params=[text]
        )
        return near.order_by("far", "pk").values_list(key, column, "far")[:limit]

    return Prepared(write, text=str)


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
