"""Frozen copies, and what their pages lead to."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from questions.copies.freezing.freezing import freeze as freeze_for

SITE = "https://prep.example/bank/"
KINDS: dict[str, dict[str, Any]] = {"stick": {}, "served": {"site": SITE}, "alone": {"site": SITE, "alone": True}}


def freeze(folder: Path, **options: Any) -> Path:
    freeze_for(folder, progress=lambda *_: None, **options)
    return folder


class Links(HTMLParser):
    """``to``: what the page leads to or loads; ``marks``: the places in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.marks: set[str] = set()
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append(tag)
        self.to += [said[name] or "" for name in ("href", "src", "action") if name in said]
        self.marks |= {said["id"] or ""} if "id" in said else set()


def pages(folder: Path) -> list[Path]:
    """The pages of a copy; packs to take away are no part of it, they stand alone."""
    return [path for path in sorted(folder.rglob("*.html")) if path.parent.name != "take-away" or path.name == "index.html"]


def links(page: Path) -> Links:
    return Links(page.read_text(encoding="utf-8"))


def broken(folder: Path) -> Iterator[tuple[str, str]]:
    """The links of pages to files or places in them that are not there."""
    marks = {page: links(page).marks for page in pages(folder)}
    for page in pages(folder):
        for link in links(page).to:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            there = target.is_file() and target.is_relative_to(folder) and not parts.query
            if not there or (parts.fragment and parts.fragment not in marks[target]):
                yield str(page.relative_to(folder)), link


def leading_to(folder: Path, start: str) -> set[str]:
    """The full addresses below ``start`` that pages of a copy name in links."""
    return {link for page in pages(folder) for link in links(page).to if link.startswith(start)}
