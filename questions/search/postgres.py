"""Matching in PostgreSQL: a generated column of lexemes, and trigrams of names (migration 0009)."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connections, transaction
from django.db.models import F, Max, Q, QuerySet
from django.db.models.expressions import RawSQL

from questions.models import Question

from .keys import key_of
from .query import Query, Term
from .stems import completed

# With more matches than this, as the planner guesses, the newest rows are looked through for them first: fetching and
# sorting all matches of a word that a fifth of a large bank has would take half a second.
MANY = 5_000
WINDOW = 20_000
# The share of a word's groups of three letters that a name must have to be a candidate for what was meant.
ALIKE = 0.3


def newest(
    things: "QuerySet[Any]", query: Query, limit: int, *columns: str, prefix: str = "", column: str = "", since: int | None = None
) -> list[Any]:
    """As for SQLite."""
    where = [f"{things.model._meta.db_table}.search @@ to_tsquery('bank', %s)"]
    found = things.order_by().extra(where=where, params=[_expression(query, prefix, "A" if column else "")])  # noqa: S610
    rows: QuerySet[Any] = found.values_list(*columns) if columns else found.values_list("pk", flat=True)
    if since is not None:
        return list(rows.filter(pk__gt=since).order_by("-pk")[:limit])
    if things.model is Question and guess(found) > MANY:
        last = things.model._base_manager.aggregate(last=Max("pk"))["last"] or 0
        late = list(rows.filter(pk__gt=last - WINDOW).order_by("-pk")[:limit])
        if len(late) == limit:
            return late
    # Not the bare key, by which the planner might walk through the whole table from its end.
    return list(rows.order_by((F("pk") + 0).desc())[:limit])


def matching(things: "QuerySet[Any]", query: Query, *, prefix: str = "", column: str = "") -> "QuerySet[Any]":
    """As for SQLite. ``column`` is the first one of the index, the one that weighs most."""
    table = things.model._meta.db_table
    sql = f"SELECT id FROM {table} WHERE search @@ to_tsquery('bank', %s)"  # noqa: S608
    return things.filter(pk__in=RawSQL(sql, [_expression(query, prefix, "A" if column else "")]))  # noqa: S611


def listed(keys: Sequence[int]) -> RawSQL:
    """As for SQLite."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])


def beginning(names: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
    """As for SQLite."""
    key = key_of(names)
    return names.filter(**{f"{key}__startswith": text}).order_by(key)


def with_letters(names: "QuerySet[Any]", words: Term) -> "QuerySet[Any]":
    """As for SQLite."""
    return names.filter(*(Q(**{f"{key_of(names)}__contains": word}) for word in words)).order_by("pk")


def naming(names: "QuerySet[Any]", letters: str) -> "QuerySet[Any]":
    """As for SQLite."""
    return names.filter(**{f"{key_of(names)}__contains": letters})


def alike(names: "QuerySet[Any]", text: str, column: str, limit: int) -> list[tuple[str, Any]]:
    """As for SQLite."""
    key = key_of(names)
    name = f"{names.model._meta.db_table}.{key}"
    near = names.extra(where=[f"%s <%% {name}"], params=[text], select={"far": f"%s <<-> {name}"}, select_params=[text])  # noqa: S610
    with transaction.atomic(using=names.db), connections[names.db].cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(ALIKE)])
        return [(row[0], row[1]) for row in near.order_by("far", "pk").values_list(key, column, "far")[:limit]]


def guess(things: "QuerySet[Any]") -> int:
    """How many rows the planner expects ``things`` to be; it looks at none."""
    [plan] = json.loads(things.values("pk").explain(format="json"))
    return int(plan["Plan"]["Plan Rows"])


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
