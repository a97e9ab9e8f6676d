"""Queries whose SQL Django writes once.

To write the SQL of a QuerySet takes it 0.3 to 0.8 ms, several times what the database needs for the answer, and a public page
asks some dozen times, in the same words each time.
"""

import datetime as dt
from collections.abc import Callable
from copy import copy
from functools import cached_property
from typing import Any

from django.db import connections, models
from django.utils import timezone

from .listed import parameter
from .states import stand_in_for_now

Arguments = dict[str, Any]
NOW = "now"


class Prepared:
    """A QuerySet with places for arguments, and for the moment at which what is public is asked for.

    Args:
        write: makes the QuerySet of stand-ins for the arguments, which have to come out of it as they went in: as values that
            columns are compared with, or as the keys of ``listed``. Called once.
        arguments: their names, each with its type: int, str, or list for keys.
    """

    def __init__(self, write: Callable[..., "models.QuerySet[Any]"], **arguments: type) -> None:
        self._write = write
        self._stand_ins = {name: _STAND_INS[kind](number) for number, (name, kind) in enumerate(arguments.items())}
        self._written: dict[str, _Written] = {}

    def __call__(self, **arguments: Any) -> "models.QuerySet[Any]":
        """The QuerySet of ``arguments``. What is asked further of it, a filter or an order, is not heard."""
        alias = self._queryset.db
        if alias not in self._written:
            self._written[alias] = _Written(self._queryset, self._stand_ins | {NOW: _NOW})
        return self._written[alias].of(arguments | {NOW: timezone.now()})

    @cached_property
    def _queryset(self) -> "models.QuerySet[Any]":
        with stand_in_for_now(_NOW):
            return self._write(**self._stand_ins)


class _Written:
    def __init__(self, queryset: "models.QuerySet[Any]", stand_ins: Arguments) -> None:
        self.queryset, self.alias = queryset, queryset.db
        self.compiler: Any = queryset.query.get_compiler(self.alias)
        self.sql, parameters = self.compiler.as_sql()
        names = {repr(_adapted(value, self.alias)): name for name, value in stand_ins.items()}
        # Each with the name of the argument it stands for; all others are always the same.
        self.parameters = [(names.get(repr(value)), value) for value in parameters]
        lost = stand_ins.keys() - {NOW} - {name for name, _value in self.parameters}
        if lost:
            raise ValueError(f"Of the query, these arguments do not reach the database as they are: {', '.join(sorted(lost))}.")

    def of(self, arguments: Arguments) -> "models.QuerySet[Any]":
        given = {name: _adapted(value, self.alias) for name, value in arguments.items()}
        parameters = tuple(given[name] if name else value for name, value in self.parameters)
        compiler = copy(self.compiler)
        compiler.connection = connections[self.alias]  # this thread's own
        compiler.as_sql = lambda: (self.sql, parameters)
        queryset = self.queryset.all()
        queryset.query.get_compiler = lambda *_arguments, **_names: compiler  # type: ignore[method-assign]
        return queryset


_NOW = dt.datetime(1001, 1, 1, tzinfo=dt.UTC)
_STAND_INS: dict[type, Callable[[int], Any]] = {
    int: lambda number: -2_000_000_001 - number,
    str: lambda number: f"stands for argument {number}",
    list: lambda number: [-3_000_000_001 - number],
}


def _adapted(value: Any, alias: str) -> Any:
    """``value`` as the database takes it."""
    if isinstance(value, dt.datetime):
        return connections[alias].ops.adapt_datetimefield_value(value)
    return parameter(value) if isinstance(value, list) else value
