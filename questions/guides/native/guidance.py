"""What the labels under a question or a link say, put where it belongs."""

import re
from itertools import pairwise

from questions.guides import inline
from questions.guides.blocks import Block, Source
from questions.guides.document import Guide, Link, Note, Question
from questions.guides.native import labels, values
from questions.guides.native.labels import Label
from questions.normal import one_line
from questions.vocabulary import Level

_LEVELS = {Label.ENTRY: Level.ENTRY, Label.MID: Level.MID, Label.SENIOR: Level.SENIOR}
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_NOTE_LENGTH = 500


class Reading:
    """A guide in the making: its source, the line its body starts on, and what has been found so far."""

    def __init__(self, guide: Guide, source: Source, offset: int) -> None:
        self.guide = guide
        self.source = source
        self.offset = offset
        # Where the source was rewritten first: the line of the body that each of its lines comes from.
        self.origin: list[int] = []

    def line(self, start: int) -> int:
        """The line of the file, from 1, of a line of the source, from 0."""
        return (self.origin[start] if self.origin else start) + self.offset + 1

    def note(self, start: int, reason: str, text: str = "") -> None:
        text = one_line(text)
        text = text if len(text) <= _NOTE_LENGTH else f"{text[: _NOTE_LENGTH - 1]}…"
        self.guide.notes.append(Note(self.line(start), reason, text))


class Guidance:
    """What is said under one question, by label; ``close`` hands it over to the question."""

    def __init__(self, reading: Reading, question: Question) -> None:
        self.reading = reading
        self.question = question
        # Long texts arrive in many pieces; they are joined once, at the end.
        self._pieces: dict[Label, list[str]] = {}

    def put(self, label: Label, value: str, start: int) -> None:
        """Takes over what ``label`` says; notes what can not be understood."""
        value = value.strip()
        if not value:
            return
        text = inline.plain(value) if label in _WORDS else ""
        match label:
            case Label.FOLLOW_UP | Label.QUESTION:
                self.question.follow_ups += lines(value)
            case Label.TOPICS:
                self.question.topics += values.names(value)
            case Label.KIND if kind := values.kind(text):
                self.question.kind = kind.value
            case Label.STATUS if status := values.status(text):
                self.question.status = status
            case Label.REVIEWED if review := values.review(text):
                self.question.review = review
            case Label.SOURCE if source := values.provenance(text):
                self.question.source = source
            case _ if label in _WORDS:
                self.reading.note(start, f"“{label}” does not say what it should", f"{label}: {value}")
            case _:
                self._pieces.setdefault(label, []).append(value)

    @property
    def is_begun(self) -> bool:
        return bool(self._pieces)

    def labelled(self, items: Block) -> list[Block]:
        """Takes over the labelled items of a list; gives back the others."""
        others = []
        for item in items.children:
            label, value = labels.split(self.reading.source.item(item))
            if label:
                self.put(label, value, item.start)
            else:
                others.append(item)
        return others

    def close(self) -> None:
        """Hands over the texts of several pieces."""
        for label, pieces in self._pieces.items():
            text = join(pieces)
            match label:
                case Label.PURPOSE:
                    self.question.purpose = text
                case Label.AVOID:
                    self.question.pitfalls = text
                case Label.ENTRY | Label.MID | Label.SENIOR:
                    self.question.benchmarks[_LEVELS[label]] = text
                case _:
                    self.question.points = text


_WORDS = (Label.KIND, Label.STATUS, Label.REVIEWED, Label.SOURCE)


def label_link(reading: Reading, link: Link, items: Block) -> None:
    """Takes over the labelled items of a list under a link."""
    for item in items.children:
        label, value = labels.split(raw := reading.source.item(item))
        text = inline.plain(value)
        if label == Label.TOPICS:
            link.topics += values.names(value)
        elif label == Label.KIND and (kind := values.link_kind(text)):
            link.kind = kind
        elif label == Label.STATUS and (status := values.status(text)):
            link.status = status
        else:
            reading.note(item.start, "not understood under a link", raw)


def join(pieces: list[str]) -> str:
    """Pieces of Markdown as paragraphs, or one line after the other where both are of a list."""
    text = [pieces[0]]
    for before, piece in pairwise(pieces):
        listed = _BULLET.match(piece) and _BULLET.match(before, before.rfind("\n") + 1)
        text += ["\n" if listed else "\n\n", piece]
    return "".join(text)


def lines(markdown: str) -> list[str]:
    """The entries of a Markdown list as plain text, or all of it as one entry."""
    rows = markdown.split("\n")
    if len(rows) == 1:
        return [inline.plain(markdown)]
    entries: list[list[str]] = []
    for row in rows:
        if bullet := _BULLET.match(row):
            entries.append([row[bullet.end() :]])
        elif row.strip():
            entries = entries or [[]]
            entries[-1].append(row)
    return [inline.plain(" ".join(entry)) for entry in entries]
