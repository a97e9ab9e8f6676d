"""Finding the questions in lists, tables and lines, and telling what follows them from what belongs to them."""

from dataclasses import dataclass

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.document import Question
from questions.guides.native import labels
from questions.guides.native.guidance import Reading
from questions.guides.native.labels import Label
from questions.guides.shapes import boilerplate, tablerows, wording
from questions.guides.shapes.answers import Answer, split
from questions.guides.shapes.headings import Place
from questions.guides.shapes.outline import BOLD, Head, asks_or_called, item_text, leads
from questions.guides.shapes.prose import Prose


@dataclass(slots=True)
class Standing:
    """Where a reader of the document stands: what the headings so far have opened, and how deep."""

    place: Place = Place.INTRO
    level: int = 0  # of the heading that opened the place
    section: str = ""
    section_level: int = 0
    kind: str = ""
    kind_level: int = 0
    all_lists: bool = False  # the document has a heading for its questions, so every list below it is one of them


class Asking:
    """The questions of a document, and the one that is being read."""

    def __init__(self, reading: Reading, standing: Standing, prose: Prose) -> None:
        self.reading = reading
        self.standing = standing
        self.prose = prose
        self.answer: Answer | None = None  # to the last question
        self.level = 0  # of the heading that asks it, 0 for other shapes
        self.open = False  # what follows is the answer
        self.numbered = False  # the question is the item of a numbered list
        self.awaited = False  # a heading said "Question 3" and the question comes next

    def ask(self, markdown: str, start: int, level: int = 0) -> None:
        """Begins a question, which a heading of ``level`` asks; text that can be none is noted instead."""
        self.close()
        markdown, rest = split(markdown)
        text = wording.question(markdown)
        self.level, self.open, self.awaited = level, True, False
        if not any(map(str.isalnum, text)) or len(text) > wording.LONGEST:
            self.reading.note(start, "no question: too long or without words", text)
            return
        question = Question(text, section=self.standing.section, kind=self.standing.kind, line=self.reading.line(start))
        self.reading.guide.questions.append(question)
        self.answer = Answer(self.reading, question)
        if rest:
            self.answer.add_paragraph(rest, start)

    def wait(self, level: int) -> None:
        """A heading of ``level`` says that a question comes next."""
        self.close()
        self.awaited, self.level = True, level

    def close(self) -> None:
        """Ends the last question."""
        if self.answer:
            self.answer.close()
        self.answer, self.open, self.awaited = None, False, False

    def rule(self) -> None:
        """A rule below an answer ends it; one below the question itself is an ornament."""
        if self.answer and self.answer.is_begun:
            self.open = False

    def label(self, head: Head, block: Block) -> bool:
        """Takes a heading with the words of a label that stands under the question it would speak of; else False."""
        if not head.label or not self.answer or not self.open:
            return False
        deeper = block.level > self.level if self.level else block.level >= BOLD
        if not deeper and not (self.level and (head.rest or "answer" in head.text.lower())):
            return False
        self.answer.field = head.label
        if head.rest:
            self.answer.add_paragraph(head.rest, block.start)
        return True

    def take(self, block: Block) -> bool:
        """Takes the questions out of a block, or the answer to the last one; False if it holds neither."""
        if self.answer and self.standing.place == Place.QUESTIONS and self._answers(block):
            self.answer.add(block)
            return True
        match block.kind:
            case "list" if leads(block) or (self.standing.place == Place.QUESTIONS and self._is_listed(block)):
                self._list(block)
            case "table" if leads(block):
                self.standing.place = Place.QUESTIONS
                tablerows.read(self.reading, block, self.standing.section, self.standing.kind)
            case "paragraph" if not boilerplate.reason(block.text) and self._lines(block):
                pass
            case _:
                return False
        return True

    def _answers(self, block: Block) -> bool:
        """Whether a block that follows a question belongs to it."""
        first = block.text.split("\n", 1)[0] if block.kind == "paragraph" else ""
        label = labels.split(first)[0]
        if not self.open:
            return label not in (None, Label.QUESTION)
        if block.kind == "table":
            return not leads(block)
        if self.level:
            return not (first and called(first))
        if block.kind == "list":
            return not (block.number is not None if self.numbered else leads(block))
        if first and not label:
            return not (called(first) or asks_or_called(first) or boilerplate.reason(block.text))
        return label != Label.QUESTION

    def _is_listed(self, block: Block) -> bool:
        """Whether a list in the place of questions is one of questions although most of them do not look like it."""
        texts = [inline.plain(item_text(item)) for item in block.children]
        if wording.are_options(texts):
            return False
        return block.number is not None or self.standing.all_lists or any(map(wording.asks, texts))

    def _list(self, block: Block) -> None:
        self.standing.place = Place.QUESTIONS
        for item in block.children:
            text = item_text(item)
            if text and (self.prose.link_item(item, text) or self.prose.waste_item(item, text)):
                continue
            if not text:
                if raw := self.reading.source.item(item):
                    self.reading.note(item.start, "an item without a question", raw)
                continue
            self.ask(text, item.start)
            for child in item.children[1:]:
                if self.answer:
                    self.answer.add(child, item.column)
        # A list of one was broken off by what follows: the answer to it.
        self.open = self.open and len(block.children) == 1
        self.numbered = block.number is not None

    def _lines(self, block: Block) -> bool:
        """Takes "Q:" and "A:" lines, and lines that all ask, out of a paragraph; False if it is none of these."""
        if self.awaited:
            self.ask(block.text, block.start, self.level)
            return True
        rows = _joined(block.text.split("\n"))
        asking = [called(row) or asks_or_called(row) for _, row in rows]
        if not (asking[0] and (called(rows[0][1]) or all(asking) or _is_answered(rows))):
            return False
        self.standing.place = Place.QUESTIONS
        for number, text, rest in _asked(rows, asking):
            self.ask(text, block.start + number)
            if rest and self.answer:
                self.answer.add_paragraph("\n".join(rest), block.start + number + 1)
        return True


def called(row: str) -> bool:
    """Whether a line says itself that it is a question: "Q:", "Question 3."."""
    return wording.bare(inline.plain(row))[1] or labels.split(row)[0] == Label.QUESTION


def _is_answered(rows: list[tuple[int, str]]) -> bool:
    return len(rows) > 1 and labels.split(rows[1][1])[0] is not None and wording.marked(inline.plain(rows[0][1]))


def _asked(rows: list[tuple[int, str]], asking: list[bool]) -> list[tuple[int, str, list[str]]]:
    """The questions among lines, each with its line's number and the lines that follow it."""
    found: list[tuple[int, str, list[str]]] = []
    for (number, row), asks in zip(rows, asking, strict=True):
        label, rest = labels.split(row)
        if label == Label.QUESTION or (asks and not label):
            found.append((number, rest, []))
        elif not found[-1][1]:
            found[-1] = (number, row, [])  # "Question:" stood alone on the line before
        else:
            found[-1][2].append(row)
    return found


def _joined(rows: list[str]) -> list[tuple[int, str]]:
    """Lines with the number of each, those that only go on with the sentence before joined to it."""
    joined: list[tuple[int, list[str]]] = []
    for number, row in enumerate(map(str.strip, rows)):
        if joined and row[:1].islower() and not wording.marked(joined[-1][1][-1]) and not labels.split(row)[0]:
            joined[-1][1].append(row)
        else:
            joined.append((number, [row]))
    return [(number, " ".join(pieces)) for number, pieces in joined]
