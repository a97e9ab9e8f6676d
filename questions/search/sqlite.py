"""Matching in SQLite: FTS5 tables that triggers keep (migration 0009)."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from questions.models.prepared import Prepared

from .keys import LAST, key_of
from .query import Query, Term
from .stems import completed
from .things import Things


def newest(
    things: Things, query: Query, limit: int, *columns: str, prefix: str = "", column: str = "", since: int | None = None
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
    expression = _expression(query, prefix, column)
    if since is None:
        return list(_newest(things, limit, columns)(expression=expression))
    return list(_all_since(things, columns)(expression=expression, since=since))[: -limit - 1 : -1]


@cache
def _newest(things: Things, limit: int, columns: Sequence[str]) -> Prepared:
    def write(expression: str) -> "QuerySet[Any]":
        found, index = _joined(things(), "search", expression)
        return _columns(found, columns).extra(order_by=[f"-{index}.rowid"])[:limit]

    return Prepared(write, expression=str)


@cache
def _all_since(things: Things, columns: Sequence[str]) -> Prepared:
    """The oldest first: backwards FTS5 would walk to its very beginning, whatever the keys; forwards it starts where it is
    told to."""

    def write(expression: str, since: int) -> "QuerySet[Any]":
        found, index = _joined(things(), "search", expression)
        return _columns(found, columns).extra(where=[f"{index}.rowid > %s"], params=[since], order_by=[f"{index}.rowid"])  # noqa: S610

    return Prepared(write, expression=str, since=int)


def matching(things: "QuerySet[Any]", query: Query, *, prefix: str = "", column: str = "") -> "QuerySet[Any]":
    """Those of ``things`` that match, in their own order: for lists that filter and count them."""
    index = _index(things.model)
    rows = RawSQL(f"SELECT rowid FROM {index} WHERE {index} MATCH %s", [_expression(query, prefix, column)])  # noqa: S608, S611
    return things.filter(pk__in=rows)


def beginning(names: Things, text: str, limit: int, *columns: str) -> list[Any]:
    """``columns`` of the first ``limit`` of ``names`` that begin with ``text``, from A to Z."""
    return list(_beginning(names, limit, columns)(text=text, end=f"{text}{LAST}"))


@cache
def _beginning(names: Things, limit: int, columns: Sequence[str]) -> Prepared:
    """Read off an index of names: LIKE would not use it."""

    def write(text: str, end: str) -> "QuerySet[Any]":
        begun = names()
        key = key_of(begun.model)
        return begun.filter(**{f"{key}__gte": text, f"{key}__lt": end}).order_by(key).values_list(*columns)[:limit]

    return Prepared(write, text=str, end=str)


def with_letters(names: Things, words: Term, limit: int, *columns: str) -> list[Any]:
    """``columns`` of the oldest ``limit`` of ``names`` that have each of ``words``, of three letters at least, somewhere."""
    return list(_with_letters(names, limit, columns)(expression=" AND ".join(map(_quoted, words))))


@cache
def _with_letters(names: Things, limit: int, columns: Sequence[str]) -> Prepared:
    def write(expression: str) -> "QuerySet[Any]":
        found, index = _joined(names(), "trigrams", expression)
        return found.extra(order_by=[f"{index}.rowid"]).values_list(*columns)[:limit]

    return Prepared(write, expression=str)


def naming(names: "QuerySet[Any]", letters: str) -> "QuerySet[Any]":
    """Those of ``names`` that have ``letters``, three at least, somewhere in them, in their own order."""
    index = _index(names.model, "trigrams")
    return names.filter(pk__in=RawSQL(f"SELECT rowid FROM {index} WHERE {index} MATCH %s", [_quoted(letters)]))  # noqa: S608, S611


def alike(names: Things, text: str, column: str, limit: int) -> list[tuple[str, Any]]:
    """The ``limit`` of ``names`` that share most groups of three letters with ``text``: each name, and its ``column``."""
    groups = {text[start : start + 3] for start in range(len(text) - 2)} or {text}
    return list(_alike(names, column, limit)(expression=" OR ".join(map(_quoted, sorted(groups)))))


@cache
def _alike(names: Things, column: str, limit: int) -> Prepared:
    def write(expression: str) -> "QuerySet[Any]":
        found, index = _joined(names(), "trigrams", expression)
        return found.extra(order_by=[f"{index}.rank", "pk"]).values_list(key_of(found.model), column)[:limit]

    return Prepared(write, expression=str)


def planned_anew() -> AbstractContextManager[None]:
    """For PostgreSQL; here each query is planned for itself."""
    return nullcontext()


def _index(model: type[Model], kind: str = "search") -> str:
    return f"{model._meta.model_name}_{kind}"


def _joined(things: "QuerySet[Any]", kind: str, expression: str) -> "tuple[QuerySet[Any], str]":
    """Those of ``things`` that match, in no order, and the name of the index. It is a join, not a subquery, which SQLite would
    carry out in full before it looks at the first row."""
    index = _index(things.model, kind)
    where = [f"{index}.rowid = {things.model._meta.db_table}.id", f"{index} MATCH %s"]
    return things.order_by().extra(tables=[index], where=where, params=[expression]), index  # noqa: S610


def _columns(found: "QuerySet[Any]", columns: Sequence[str]) -> "QuerySet[Any]":
    return found.values_list(*columns) if columns else found.values_list("pk", flat=True)


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
