"""New rows, written straight: a third of what bulk_create costs, and an import writes a hundred thousand of them."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BooleanField, CharField, DateTimeField, Field, ForeignKey, IntegerField, Model, TextField
from django.utils.timezone import now

from questions.models.keys import KeyField

# SQLite takes 32,766 parameters in a statement; the widest table has fewer than 30 columns.
MOST_ROWS = 500
# Their values go to the database as they are.
PLAIN = (BooleanField, CharField, ForeignKey, IntegerField, TextField)

Row = dict[str, Any]
Value = Callable[[Row], Any]


def insert(model: type[Model], rows: Sequence[Row]) -> list[int]:
    """Insert ``rows`` (values by field name, foreign keys as ids) and return their ids in order.

    Columns left out get their defaults; key columns and the times of creation and change fill themselves.
    """
    ids: list[int] = []
    moment = _moment_for(model) if rows else None
    for start in range(0, len(rows), MOST_ROWS):
        part = rows[start : start + MOST_ROWS]
        parameters = [moment if value is None else value(row) for row in part for _field, value in _columns(model)]
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(_statement(model, len(part)), parameters)
            ids += [number for (number,) in cursor.fetchall()]
    return ids


def _moment_for(model: type[Model]) -> Any:
    """This moment as the database takes it, if a column of the model fills itself with it."""
    stamped = next((field for field, value in _columns(model) if value is None), None)
    return stamped.get_db_prep_save(now(), connections[DEFAULT_DB_ALIAS]) if stamped else None


@lru_cache
def _columns(model: type[Model]) -> list[tuple[Field, Value | None]]:
    """Each column to write, with what takes its value from a row, ready for the database; None for the present moment."""
    return [(field, _value_of(field)) for field in model._meta.concrete_fields if not field.primary_key]


def _value_of(field: Field) -> Value | None:
    name, default = field.name, field.get_default()
    if isinstance(field, DateTimeField) and (field.auto_now or field.auto_now_add):
        return None
    if isinstance(field, KeyField):
        return lambda row: field.normal(row[field.source])
    if isinstance(field, PLAIN):
        return lambda row: row.get(name, default)
    prepared = partial(field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])
    return lambda row: None if row.get(name, default) is None else prepared(row[name])


@lru_cache(maxsize=1000)
def _statement(model: type[Model], rows: int) -> str:
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field, _value in _columns(model))
    places = f"({', '.join(['%s'] * len(_columns(model)))})"
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    # Only names of our own tables and columns, quoted; the values are parameters.
    return f"INSERT INTO {table} ({columns}) VALUES {', '.join([places] * rows)} RETURNING {key}"  # noqa: S608
