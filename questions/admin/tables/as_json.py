"""Tables as JSON, for programs: a list of objects, one a line, with real lists."""

import json
from collections.abc import Iterator
from typing import Any

import tablib
from import_export.formats import base_formats

from .cells import EMPTIED, EMPTIES, text_of
from .table import TableError

_SPACE = " \t\r\n"
_NO_TABLE = "The file is not a list of rows in JSON: [{“text”: “…”}, …]."


def rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of ``text``, each with the line it begins on. Raises TableError."""
    place = _after_space(text, 0)
    if text[place : place + 1] != "[":
        raise TableError(_NO_TABLE)
    decoder = json.JSONDecoder()
    place = _after_space(text, place + 1)
    line, counted = 1, 0
    while text[place : place + 1] != "]":
        line, counted = line + text.count("\n", counted, place), place
        try:
            row, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            raise TableError(f"Line {line}: this is not JSON. Look for a comma, a bracket or a quotation mark.") from None
        if not isinstance(row, dict):
            raise TableError(f"Line {line}: {_NO_TABLE}")
        yield line, {name.strip().lower(): _said(value, name, line) for name, value in row.items()}
        place = _after_space(text, place)
        if text[place : place + 1] == ",":
            place = _after_space(text, place + 1)
        elif text[place : place + 1] != "]":
            raise TableError(f"Line {line}: a comma or a bracket is missing after this row.")
    if text[place + 1 :].strip():
        raise TableError("Something follows after the end of the list. Remove it.")


def _after_space(text: str, place: int) -> int:
    while text[place : place + 1] and text[place] in _SPACE:
        place += 1
    return place


def _said(value: Any, name: str, line: int) -> Any:
    try:
        said = text_of(value)
        said.encode()  # which refuses half a character
    except ValueError:
        said = "\0"
    if "\0" in said:
        raise TableError(f"Line {line}: “{name[:40]}” must be a text or a list of texts.")
    return EMPTIED if said == EMPTIES else said


class Json(base_formats.JSON):
    def get_title(self) -> str:
        return "JSON, for programs"

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> bytes:
        lines = (json.dumps(dict(zip(dataset.headers, row, strict=True)), ensure_ascii=False) for row in dataset)
        return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
