"""Two texts side by side, with what came and went marked word by word: data, no HTML.

They are compared by lines first, then by words within changed lines, both with a limit: what differs too much is marked as
wholly changed, which also reads better.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from .aligning import aligned

# Lines, and words with the blanks between them, that may come and go before a text counts as wholly changed.
MOST_LINES, MOST_WORDS = 400, 200
# Of the longer text, the share of characters both must have for single words to be worth showing.
WORTH_WORDS = 0.25
# A word, blanks, or one other sign; in scripts without blanks each sign is a word.
WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]+|\s+|\W")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of a text, an entry of a list or a value, before and after; a side that is not there has no pieces."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        return not any(piece.changed for piece in (*self.old, *self.new))


def texts(old: str, new: str) -> list[Row]:
    """By lines, then by words. All pieces of one side together are that side's text, but for a line end after its last line."""
    if _ended(old) != _ended(new):
        old, new = _ended(old), _ended(new)
    rows = []
    for same, before, after in aligned(old.splitlines(keepends=True), new.splitlines(keepends=True), MOST_LINES):
        if same:
            rows += [Row(*(((Piece(line, False),),) * 2)) for line in before]
        else:
            rows.append(words("".join(before), "".join(after)))
    return rows


def _ended(text: str) -> str:
    """A last line is the same line when another one follows."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def words(old: str, new: str) -> Row:
    """By words; what has little in common is not worth reading word by word, and is wholly changed."""
    runs = list(aligned(WORD.findall(old), WORD.findall(new), MOST_WORDS))
    kept = sum(len("".join(before).strip()) for same, before, _ in runs if same)
    if kept < WORTH_WORDS * max(len(old), len(new)):
        return whole(old, new)
    # Blanks between two changes would only tear the marks apart.
    inner = range(1, len(runs) - 1)
    marked = [
        (not same or (number in inner and "".join(before).isspace()), before, after)
        for number, (same, before, after) in enumerate(runs)
    ]
    return Row(
        _pieces((changed, before) for changed, before, _ in marked), _pieces((changed, after) for changed, _, after in marked)
    )


def _pieces(runs: Iterable[tuple[bool, Sequence[str]]]) -> tuple[Piece, ...]:
    joined = ((changed, "".join(token for _, run in group for token in run)) for changed, group in groupby(runs, itemgetter(0)))
    return tuple(Piece(text, changed) for changed, text in joined if text)


def whole(old: str, new: str) -> Row:
    """As one value: the same, or wholly another."""
    return Row(*((Piece(text, old != new),) if text else () for text in (old, new)))
