"""Reading a page as a person would: the words of what a CSS selector finds."""

from typing import Any

from justhtml import Element, JustHTML


def parse(page: Any) -> JustHTML:
    """The parsed page of a response, as it was sent."""
    return JustHTML(page.text, sanitize=False)


def text_of(page: Any, selector: str) -> list[str]:
    """The text of everything ``selector`` finds on the page of a response, white space made single."""
    return [_words(found) for found in parse(page).query(selector)]


def links_of(page: Any, selector: str) -> dict[str, str]:
    """Text to address of the links ``selector`` finds."""
    return {_words(link): link.attrs["href"] for link in parse(page).query(selector)}


def _words(element: Element) -> str:
    return " ".join(element.to_text(" ", strip=False, separator_blocks_only=True).split())
