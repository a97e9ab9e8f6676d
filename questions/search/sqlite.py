"""Matching in SQLite: FTS5 tables that triggers keep (migration 0009)."""

import json
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from .keys import key_of
from .query import Query, Term
from .stems import completed


def newest(
    things: "QuerySet[Any]", query: Query, limit: int, *columns: str, prefix: str = "", column: str = "", since: int | None = None
) -> list[Any]:
    """Of the newest ``limit`` of ``things`` that match, ``columns``; found one after another: no more are looked at than that.

    Args:
        things: questions, roles, other titles, topics, aliases or links.
        query: what to match.
        limit: how many at most.
        columns: what to return, as tuples; without any, the keys alone.
        prefix: the last word of the query, if words that begin with it count as well.
        column: look in this column alone.
        since: look at keys above this one alone.
    """
    index = _index(things)
    # A join, not a subquery, which SQLite would carry out in full before it looks at the first row.
    found = _joined(things, index, _expression(query, prefix, column))
    rows: QuerySet[Any] = found.values_list(*columns) if columns else found.values_list("pk", flat=True)
    if since is None:
        return list(rows.extra(order_by=[f"-{index}.rowid"])[:limit])
    # Backwards FTS5 would walk to its very beginning, whatever the keys; forwards it starts where it is told to.
    return list(rows.extra(where=[f"{index}.rowid > %s"], params=[since], order_by=[f"{index}.rowid"]))[: -limit - 1 : -1]  # noqa: S610


def matching(things: "QuerySet[Any]", query: Query, *, prefix: str = "", column: str = "") -> "QuerySet[Any]":
    """Those of ``things`` that match, in their own order: for lists that filter and count them."""
    index = _index(things)
    rows = RawSQL(f"SELECT rowid FROM {index} WHERE {index} MATCH %s", [_expression(query, prefix, column)])  # noqa: S608, S611
    return things.filter(pk__in=rows)


def listed(keys: Sequence[int]) -> RawSQL:
    """``keys`` for ``filter(pk__in=…)``: as one parameter, since Django takes a while over a thousand."""
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(keys))])


def beginning(names: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
    """Those of ``names`` that begin with ``text``, from A to Z, read off an index of names: LIKE would not use it."""
    key = key_of(names)
    return names.filter(**{f"{key}__gte": text, f"{key}__lt": f"{text}\U0010ffff"}).order_by(key)


def with_letters(names: "QuerySet[Any]", words: Term) -> "QuerySet[Any]":
    """Those of ``names`` that have each of ``words``, of three letters at least, somewhere in them, the oldest first."""
    index = _index(names, "trigrams")
    return _joined(names, index, " AND ".join(map(_quoted, words))).extra(order_by=[f"{index}.rowid"])


def naming(names: "QuerySet[Any]", letters: str) -> "QuerySet[Any]":
    """Those of ``names`` that have ``letters``, three at least, somewhere in them, in their own order."""
    index = _index(names, "trigrams")
    return names.filter(pk__in=RawSQL(f"SELECT rowid FROM {index} WHERE {index} MATCH %s", [_quoted(letters)]))  # noqa: S608, S611


def alike(names: "QuerySet[Any]", text: str, column: str, limit: int) -> list[tuple[str, Any]]:
    """The ``limit`` of ``names`` that share most groups of three letters with ``text``: each name, and its ``column``."""
    groups = {text[start : start + 3] for start in range(len(text) - 2)} or {text}
    index = _index(names, "trigrams")
    found = _joined(names, index, " OR ".join(map(_quoted, sorted(groups)))).extra(order_by=[f"{index}.rank", "pk"])
    return list(found.values_list(key_of(names), column)[:limit])


def _index(things: "QuerySet[Any]", kind: str = "search") -> str:
    return f"{things.model._meta.model_name}_{kind}"


def _joined(things: "QuerySet[Any]", index: str, expression: str) -> "QuerySet[Any]":
    where = [f"{index}.rowid = {things.model._meta.db_table}.id", f"{index} MATCH %s"]
    return things.extra(tables=[index], where=where, params=[expression])  # noqa: S610


def _expression(query: Query, prefix: str, column: str) -> str:
    terms = [_quoted(" ".join(term)) for term in query.terms]
    if prefix:
        terms[-1] = f"({terms[-1]} *{''.join(f' OR {_quoted(word)}' for word in completed(prefix))})"
    wanted = f"({' AND '.join(terms)})"
    if column:
        wanted = f"{column} : {wanted}"
    if query.excluded:
        wanted += f" NOT ({' OR '.join(_quoted(' '.join(term)) for term in query.excluded)})"
    return wanted


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
