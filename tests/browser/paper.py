"""What stands on the printed pages of a site's page, read from the PDF that a real browser makes of it."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

FORMATS = ("A4", "Letter")


@dataclass
class Paper:
    """One printed page: its ``text``, and every word run with its height above the bottom edge and its size, in points."""

    text: str
    runs: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def run_together(self) -> str:
        """The text without white space, for what may be broken over lines."""
        return "".join(self.text.split())

    def size_of(self, word: str) -> float:
        return next(size for text, _, size in self.runs if word in text)

    def height_of(self, word: str) -> float:
        return next(height for text, height, _ in self.runs if word in text)


def print_out(page: Page, url: str, format: str = "A4") -> list[Paper]:
    """The pages of paper that the page at ``url`` makes."""
    page.goto(url)
    return [_read(sheet) for sheet in PdfReader(BytesIO(page.pdf(format=format))).pages]


def pages_of(papers: list[Paper], word: str) -> dict[int, int]:
    """Numbers to page numbers of the markers ``word`` + number: ``START7`` on the second page is ``{7: 1}``."""
    return {int(number): at for at, paper in enumerate(papers) for number in re.findall(rf"{word}(\d+)", paper.text)}


def _read(sheet: PageObject) -> Paper:
    runs: list[tuple[str, float, float]] = []

    def note(text: str, user: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            height = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            runs.append((text, height, abs(size * matrix[3] * user[3])))

    return Paper(sheet.extract_text(visitor_text=note), runs)
