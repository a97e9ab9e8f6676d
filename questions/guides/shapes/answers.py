"""What stands under a question in documents of any shape, put into the fields of the question."""

import re

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.document import Question
from questions.guides.native import labels
from questions.guides.native.guidance import Guidance, Reading
from questions.guides.native.labels import Label
from questions.guides.shapes import markup, wording
from questions.guides.shapes.outline import item_text

_BOLD_START = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*[:：–—-]?\s*(?=\S)", re.DOTALL)
_ANSWER_INSIDE = re.compile(r"(?<=[?？؟.!])\s+(?:\*\*)?(?:A|Ans|Answer)\s*[:：.](?:\*\*)?\s+(?=\S)|(?<=[?？؟])\s+[-–—:]\s+(?=\S)")
_OPTIONS = "the options of a multiple-choice question"


def split(markdown: str) -> tuple[str, str]:
    """The inline Markdown of a question and of the answer that follows in the same paragraph ("" if none does)."""
    match = _BOLD_START.match(markdown)
    if match and wording.asks(wording.question(match[2])) and not wording.marked(markdown):
        return match[2], markdown[match.end() :]
    rows = markdown.split("\n")
    for number, row in enumerate(rows[:-1], 1):
        if wording.marked(inline.plain(row)) or labels.split(rows[number])[0]:
            return "\n".join(rows[:number]), "\n".join(rows[number:])
    if match := _ANSWER_INSIDE.search(markdown):
        return markdown[: match.start()], markdown[match.start() :].strip().lstrip("-–—: ")
    return markdown, ""


class Answer(Guidance):
    """Guidance from blocks that may or may not be labelled: statements are points, questions are follow-ups."""

    def __init__(self, reading: Reading, question: Question) -> None:
        super().__init__(reading, question)
        self.field = Label.POINTS  # what the next block without a label belongs to

    def add(self, block: Block, column: int = 0) -> None:
        """Takes over a block that stands under the question, indented by ``column``."""
        raw = self.reading.source.raw(block.start, block.end, column)
        match block.kind:
            case "list":
                self._list(block)
            case "paragraph" | "quote" | "html":
                text = re.sub(r"^[ \t]*> ?", "", raw, flags=re.MULTILINE) if block.kind == "quote" else raw
                self.add_paragraph(text, block.start)
            case "heading" if label := labels.named(wording.heading(block.text)):
                self.field = label
            case "rule":
                pass
            case _:
                self.put(self.field, raw, block.start)

    def add_paragraph(self, markdown: str, start: int) -> None:
        """Takes over a paragraph, line by line where its lines are labelled."""
        rows = markdown.split("\n")
        known = any(labels.split(row.lstrip())[0] for row in rows)
        if wording.are_options(rows):
            self.reading.note(start, _OPTIONS, markdown)
        elif self.field == Label.POINTS and len(rows) == 1 and not known and _asks(markdown):
            self.question.follow_ups.append(wording.question(markdown))
        elif not self._is_ornament(markdown, start):
            self._text(markdown, start, known)

    def _text(self, markdown: str, start: int, known: bool) -> None:
        piece: list[str] = []
        place = start
        last = start + markdown.count("\n")
        if "<" in markdown:
            markdown = markup.text(markdown)
        for number, row in enumerate(markdown.split("\n"), start):
            label, name, rest = labels.look(row.lstrip())
            if label:
                self.put(self.field, "\n".join(piece), place)
                self.field, piece, place = label, [rest], number
            elif known and _is_short(name, rest):
                self.reading.note(min(number, last), f"the label “{name}” is not known", row)
            else:
                piece.append(row)
        text = "\n".join(piece).strip()
        self.put(self.field, text, place)
        if text:
            # A label alone on its line is meant for what comes next; a labelled text is complete.
            self.field = Label.POINTS

    def _is_ornament(self, markdown: str, start: int) -> bool:
        """Whether a paragraph only leads around the document, or shows badges, or is left over from tags."""
        parsed = inline.parse(markdown) if "[" in markdown or "<" in markdown else None
        if not parsed or any(map(str.isalnum, parsed.rest)) or any("://" in url for _, url in parsed.links):
            return False
        if parsed.links or parsed.images:
            self.reading.note(start, "links within the document or badges", markdown)
        return True

    def _list(self, block: Block) -> None:
        texts = [inline.plain(item_text(item)) for item in block.children]
        if wording.are_options(texts):
            self.reading.note(block.start, _OPTIONS, " / ".join(texts))
        elif self.field != Label.POINTS:
            self.put(self.field, "\n".join(map(self._bullet, self.labelled(block))), block.start)
        else:
            for item, text in zip(block.children, texts, strict=True):
                self._item(item, text)

    def _item(self, item: Block, text: str) -> None:
        raw = self.reading.source.item(item)
        label, name, rest = labels.look(raw)
        if label:
            self.put(label, rest, item.start)
        elif _is_short(name, rest):
            self.reading.note(item.start, f"the label “{name}” is not known", raw)
        elif text and _asks(text):
            self.question.follow_ups.append(wording.question(text))
            for block in item.children[1:]:
                self.add(block, item.column)
        elif raw:
            self.put(Label.POINTS, self._bullet(item), item.start)

    def _bullet(self, item: Block) -> str:
        marker = "- " if item.number is None else f"{item.number}. "
        first, *rest = self.reading.source.item(item).split("\n")
        return "\n".join([marker + first, *(" " * len(marker) + row if row else "" for row in rest)])


def _is_short(name: str, value: str) -> bool:
    """Whether a label that is not known looks like one all the same: "Difficulty: hard"."""
    return bool(name and value) and len(name.split()) <= 3 and len(value.split()) <= 2


def _asks(markdown: str) -> bool:
    text = wording.question(markdown)
    return wording.marked(text) and wording.asks(text)
