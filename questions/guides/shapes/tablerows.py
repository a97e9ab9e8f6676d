"""Rows of question tables, in Markdown, CSV or JSON, as questions."""

import re
from collections.abc import Callable, Iterable

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.document import Question
from questions.guides.native import values
from questions.guides.native.guidance import Guidance, Reading, lines
from questions.guides.native.labels import Label
from questions.guides.shapes import columns, wording
from questions.guides.shapes.columns import Column
from questions.vocabulary import Level

_LEVELS = {Level.ENTRY: Label.ENTRY, Level.MID: Label.MID, Level.SENIOR: Label.SENIOR}
_LABELS = {
    Column.PURPOSE: Label.PURPOSE,
    Column.POINTS: Label.POINTS,
    Column.AVOID: Label.AVOID,
    Column.ENTRY: Label.ENTRY,
    Column.MID: Label.MID,
    Column.SENIOR: Label.SENIOR,
    Column.STATUS: Label.STATUS,
    Column.SOURCE: Label.SOURCE,
    Column.REVIEWED: Label.REVIEWED,
}


def read(reading: Reading, table: Block, section: str, kind: str) -> None:
    """Takes the questions out of a Markdown table that columns.of_block has recognised."""
    places = columns.of_block(table) or {}
    asked = next(place for place, column in places.items() if column == Column.QUESTION)
    for row in table.children[1:]:
        cell = row.cells[asked] if asked < len(row.cells) else ""
        text = wording.question(cell)
        if not text:
            if any(row.cells):
                reading.note(row.start, "a row without a question", " | ".join(row.cells))
            continue
        if any(url.startswith("#") for _, url in inline.parse(cell).links):
            reading.note(row.start, "a link within the document", cell)
            continue
        question = Question(text, section=section, kind=kind, line=reading.line(row.start))
        cells = [(places[place], cell) for place, cell in enumerate(row.cells) if place in places]
        fill(reading, question, cells, row.start, inline.plain)
        unknown = [cell for place, cell in enumerate(row.cells) if place not in places and not cell.strip(" .)#").isdecimal()]
        if any(unknown):
            reading.note(row.start, "cells of columns that are not known", " | ".join(unknown))
        reading.guide.questions.append(question)


def fill(
    reading: Reading, question: Question, cells: Iterable[tuple[Column, str]], start: int, text: Callable[[str], str]
) -> None:
    """Puts the cells of a row into ``question``; ``text`` makes plain text of a cell."""
    cells = [(column, cell.strip()) for column, cell in cells if cell.strip()]
    named = next((cell for column, cell in cells if column == Column.LEVEL), "")
    level = columns.level(text(named)) if named else None
    if named and not level:
        reading.note(start, "the level is none of entry, mid and senior", named)
    guidance = Guidance(reading, question)
    for column, cell in cells:
        if column == Column.POINTS and level:
            guidance.put(_LEVELS[level], cell, start)
        elif column == Column.TOPICS:
            question.topics += [text(name) for name in _names(cell)]
        elif column == Column.FOLLOW_UP:
            question.follow_ups += [text(entry) for entry in lines(cell)] if text is inline.plain else _entries(cell)
        elif column == Column.SECTION:
            question.section = text(cell)
        elif column == Column.KIND and (kind := values.kind(text(cell))):
            question.kind = kind.value
        elif column == Column.KIND:
            reading.note(start, "the kind of question is not known", cell)
        elif column in _LABELS:
            guidance.put(_LABELS[column], cell, start)
    guidance.close()
    if level and not question.benchmarks:
        reading.note(start, "a level without an answer is not kept", named)


def _names(cell: str) -> list[str]:
    separator = next((mark for mark in ("\n", ";", "|") if mark in cell), ",")
    return [name for name in cell.split(separator) if name.strip()]


def _entries(cell: str) -> list[str]:
    return [re.sub(r"^[-*•]\s+", "", entry.strip()) for entry in re.split(r"\n|\|", cell) if entry.strip()]
