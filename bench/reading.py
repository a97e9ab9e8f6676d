"""How the time to read a guide grows with its length, for text that could lead a reader astray."""

import time
from contextlib import suppress

from bench.figures import Figure
from questions.guides.document import GuideError
from questions.guides.reader import read_guide

PIECES = (
    *(
        "- a?\n",
        "1. a?\n   - b?\n",
        "# a\n",
        "a?\n",
        "a?\n\n",
        "> a\n",
        "<b>\n",
        "[a](b) ",
        "![",
        "**a ",
        "`",
        "🚀",
        "| a ",
        "- ",
    ),
    *(
        "Q: a?\nA: b\n",
        "<details><summary>a?</summary>\n",
        "<!-- ",
        "\\",
        "&amp;",
        "**a ",
        "Purpose: x\n",
        "**a?**\n\nb\n\n",
        "a) b\n",
    ),
    *("—", "\t", "[a]: b\n", "a" * 99 + "\n", "## a\n\n- b?\n\n", "https://a.b/c ", "<p>\n\n"),
)
SHORT, LONG = 12_000, 96_000  # characters
# Eight times the text: growth with the square would take 64 times as long.
MOST = 25


def measure(_questions: int = 0) -> list[Figure]:
    """The piece that grows worst, as the ratio of the longer text's processor time to the shorter one's."""
    seconds(PIECES[0], SHORT)
    worst = max(PIECES, key=growth)
    return [Figure("reading 8 times the text, at worst", growth(worst), "x", MOST, f"for {worst!r:.30}")]


def growth(piece: str) -> float:
    # Below a fiftieth of a second the clock says more than the reader.
    return seconds(piece, LONG) / max(seconds(piece, SHORT), 0.02)


def seconds(piece: str, size: int) -> float:
    text = "# Name\n\n1. Why?\n\n" + piece * (size // len(piece))
    started = time.process_time()
    with suppress(GuideError):  # an answer, too
        read_guide(text, field="Field", group="Group", name="Name")
    return time.process_time() - started
