"""Tables as CSV, for spreadsheets."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import tablib
from import_export.formats import base_formats

from .cells import EMPTIED, EMPTIES, harmless, restored, text_of
from .table import TableError

# Without it Excel takes UTF-8 for an older encoding.
_BYTE_ORDER_MARK = "\ufeff"


def rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of ``text``, each with the line it begins on. Raises TableError."""
    first = text.partition("\n")[0]
    # Spreadsheets write semicolons where the comma is the decimal sign.
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    headers: list[str] = []
    for line, cells in _numbered(reader):
        if not any(cell.strip() for cell in cells):
            continue
        if not headers:
            headers = _headers(cells)
            continue
        if any(cell.strip() for cell in cells[len(headers) :]):
            raise TableError(f"Line {line}: the row has more cells than the first line has names of columns.")
        yield line, {name: _said(cell) for name, cell in zip(headers, cells, strict=False) if name}


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError(f"Line {line}: the row cannot be read ({error}). Look for a quotation mark too many.") from None


def _headers(cells: list[str]) -> list[str]:
    headers = [cell.strip().lower() for cell in cells]
    named = [header for header in headers if header]
    if len(set(named)) < len(named):
        raise TableError("Two columns have the same name. Rename or remove one of them.")
    return headers


def _said(cell: str) -> Any:
    return EMPTIED if cell == EMPTIES else text_of(restored(cell))


class Csv(base_formats.CSV):
    def get_title(self) -> str:
        return "CSV, for spreadsheets"

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> bytes:
        # The library's own way to disarm a formula takes its first character away; ours can be undone.
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(dataset.headers)
        writer.writerows([harmless(text_of(value)) for value in row] for row in dataset)
        return (_BYTE_ORDER_MARK + text.getvalue()).encode()
