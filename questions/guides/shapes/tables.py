"""Question lists in CSV and JSON files: one guide for each role they name."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from questions.guides.blocks import Source
from questions.guides.document import Guide, GuideError, Question
from questions.guides.native.guidance import Reading
from questions.guides.shapes import columns, tablerows
from questions.guides.shapes.columns import Column
from questions.guides.tidy import tidy
from questions.normal import name_key, one_line

_SEPARATORS = ",;\t|"
_NO_QUESTIONS = "has no column of questions; name one “question”"
# A cell holds an answer, not a book; csv refuses longer ones than 128 kB unless told.
csv.field_size_limit(1_000_000)

Row = tuple[int, list[tuple[str, str]]]  # the line, and (header, cell) for each cell


def read_csv(text: str, *, field: str = "", group: str = "", name: str = "") -> list[Guide]:
    """The guides in a CSV text with a line of headers; ``name`` is the role of rows that name none.

    Raises GuideError where no column holds questions or the text is no CSV.
    """
    reader = csv.reader(io.StringIO(text, newline=""), dialect=_dialect(text))
    try:
        header = next((row for row in reader if any(map(str.strip, row))), [])
        if Column.QUESTION not in columns.recognise(header).values():
            raise GuideError(_NO_QUESTIONS, max(reader.line_num, 1))
        return _guides(_csv_rows(reader, header), field, group, name)
    except csv.Error as error:
        raise GuideError(f"is no valid CSV: {error}", reader.line_num) from None


def read_json(text: str, *, field: str = "", group: str = "", name: str = "") -> list[Guide]:
    """The guides in a JSON text: a list of objects or of questions, or an object that holds such a list.

    An object's other texts, like its role, serve for every entry of its list. Lines count the entries.
    Raises GuideError where there is no such list or the text is no JSON.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise GuideError(f"is no valid JSON: {error.msg}", error.lineno) from None
    except (RecursionError, ValueError):
        raise GuideError("is no valid JSON: nested too deep, or a number too long") from None
    rows = list(_json_rows(data, []))
    if not any(columns.named(header) == Column.QUESTION for _, cells in rows for header, _ in cells):
        raise GuideError("holds no list of objects with a “question”")
    return _guides(rows, field, group, name)


def _dialect(text: str) -> type[csv.Dialect]:
    """The separator that the first lines use; the one most frequent in the header where they do not agree."""
    sample = text[:10_000]
    header = sample.lstrip("\n").split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(_SEPARATORS, key=header.count)
        skipinitialspace = True

    try:
        sniffed = csv.Sniffer().sniff(sample, _SEPARATORS).delimiter
    except csv.Error:
        sniffed = Table.delimiter
    if header.count(sniffed):
        # Commas in long answers mislead the sniffer; a header cell is seldom a sentence.
        Table.delimiter = max(Table.delimiter, sniffed, key=header.count)
    return Table


def _csv_rows(reader: Any, header: list[str]) -> Iterator[Row]:
    last = reader.line_num
    for row in reader:
        line, last = last + 1, reader.line_num
        # Cells beyond the header have no name; they are reported like those of unknown columns.
        yield line, [(header[place] if place < len(header) else "", cell) for place, cell in enumerate(row)]


def _json_rows(data: Any, common: list[tuple[str, str]]) -> Iterator[Row]:
    """The rows of a list, or of the lists in an object, which may be named after roles or topics."""
    if isinstance(data, list):
        for number, entry in enumerate(data, 1):
            if isinstance(entry, str):
                yield number, [*common, ("question", entry)]
            elif isinstance(entry, dict) and not any(_holds_rows(value) for value in entry.values()):
                yield number, [*common, *((str(header), _cell(value)) for header, value in entry.items())]
            elif isinstance(entry, dict | list):
                yield from _json_rows(entry, common)
    elif isinstance(data, dict):
        own = [(str(header), _cell(value)) for header, value in data.items() if not isinstance(value, dict | list)]
        for header, value in data.items():
            if isinstance(value, dict | list) and value:
                # {"Librarian": [...]} names a role; {"questions": [...]} only says what follows.
                named = [] if columns.named(header) or header.lower() in _PLAIN_NAMES else [("topic", str(header))]
                yield from _json_rows(value, [*common, *own, *named])


_PLAIN_NAMES = {"data", "items", "results", "rows", "records", "entries", "list", "interview", "interview_questions", "content"}


def _holds_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(_cell(entry) for entry in value)
    if isinstance(value, dict):
        return "\n".join(f"- {key}: {_cell(entry)}" for key, entry in value.items())
    return "" if value is None else str(value)


def _guides(rows: Iterable[Row], field: str, group: str, name: str) -> list[Guide]:
    readings: dict[tuple[str, str, str], Reading] = {}
    for line, named in rows:
        places = columns.recognise([header for header, _ in named])
        cells = [(places[place], cell) for place, (_, cell) in enumerate(named) if place in places]
        first = {column: one_line(cell) for column, cell in reversed(cells) if cell.strip()}
        role = (first.get(Column.FIELD, field), first.get(Column.GROUP, group), first.get(Column.ROLE, name))
        key = (name_key(role[0]), name_key(role[1]), name_key(role[2]))
        if key not in readings:
            readings[key] = Reading(Guide(role[2], field=role[0], group=role[1]), Source(""), 0)
        reading = readings[key]
        unknown = " | ".join(
            f"{header}: {cell}" for place, (header, cell) in enumerate(named) if place not in places and cell.strip()
        )
        if unknown:
            reading.note(line - 1, "cells of columns that are not known", unknown)
        if not first.get(Column.QUESTION):
            if first:
                reading.note(line - 1, "a row without a question", " | ".join(cell for _, cell in named))
            continue
        question = Question(first[Column.QUESTION], line=line)
        tablerows.fill(reading, question, cells, line - 1, one_line)
        reading.guide.questions.append(question)
    guides = [tidy(reading.guide) for reading in readings.values()]
    asking = [guide for guide in guides if guide.questions]
    if not asking:
        raise GuideError("has a column of questions but no question in it")
    if any(not guide.title for guide in asking):
        raise GuideError("names no role; add a column “role”")
    asking[0].notes += [note for guide in guides if not guide.questions for note in guide.notes]
    return asking
