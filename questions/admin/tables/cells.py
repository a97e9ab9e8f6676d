"""What a cell of a table says, as text: the same in CSV and JSON, and the way back."""

import re
from typing import Any

BETWEEN = " | "
# What a cell says to empty what stands in the bank; an empty cell leaves it alone.
EMPTIES = "-"

# What makes a spreadsheet compute a cell instead of showing it, in East Asian width too; and apostrophes put before it.
_COMPUTES = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
# Two bars together stand for one bar inside a name.
_ONE_BAR = re.compile(r"(?<!\|)\|(?!\|)|\n")


class Emptied:
    """The cell that empties, told apart from a text that happens to be a hyphen."""

    def __str__(self) -> str:
        return EMPTIES


EMPTIED = Emptied()


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet computes: with an apostrophe in front where it would."""
    return f"'{text}" if _COMPUTES.match(text) else text


def restored(cell: str) -> str:
    """The text ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _COMPUTES.match(cell) else cell


def text_of(value: Any) -> str:
    """A value as the text of one cell. Raises ValueError for what is no text, number, yes or no, or list of texts."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return BETWEEN.join(text_of(part).replace("|", "||") for part in value)
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value).replace("\r\n", "\n").replace("\r", "\n")
    raise ValueError


def parts_of(text: str) -> list[str]:
    """The texts of a list that was written into one cell, with bars or line ends between them."""
    return [part for piece in _ONE_BAR.split(text) if (part := piece.strip().replace("||", "|"))]
