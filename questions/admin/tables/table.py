"""A table as it was read: texts under names of columns, each row with the line of the file it begins on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import tablib

LARGEST = 5_000_000  # bytes
MOST_ROWS = 5_000


class TableError(Exception):
    """A file that is no table of ours; the message says what to do."""


@dataclass
class Table:
    headers: list[str] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def dataset(self) -> tablib.Dataset:
        """As the library takes it in; None where a row says nothing about a column."""
        rows = [tuple(row.get(header) for header in self.headers) for row in self.rows]
        return tablib.Dataset(*rows, headers=self.headers)


def collected(rows: Iterable[tuple[int, dict[str, Any]]], columns: Collection[str]) -> Table:
    """The table of ``rows``, each with its line; the names of their columns must be among ``columns``. Raises TableError."""
    table = Table()
    headers: dict[str, None] = {}
    for line, cells in rows:
        if len(table.rows) == MOST_ROWS:
            raise TableError(f"The table has more than {MOST_ROWS:,} rows. Split it into several files.")
        headers |= dict.fromkeys(cells)
        table.rows.append(cells)
        table.lines.append(line)
    unknown = [header for header in headers if header not in columns]
    if unknown:
        names = ", ".join(f"“{header[:40]}”" for header in unknown[:5])
        raise TableError(f"There is no column {names}. Rename or remove it; the columns are: {', '.join(columns)}.")
    if not table.rows:
        raise TableError("The table has no rows. Its first line names the columns, each further line is a row.")
    table.headers = list(headers)
    return table
