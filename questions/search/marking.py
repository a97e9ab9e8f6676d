"""Which parts of a text a search found: words of the same stem, or that begin as the last word does."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from .query import PREFIX_OF_NAMES, Query
from .stems import plain, stem_of

EXCERPT = 160
_WORD = re.compile(r"\w+")


def marked(text: str, query: Query) -> tuple[list[tuple[str, str]], str]:
    """``text`` taken apart: each word that was found with what stands before it, and what stands after the last of them."""
    parts = []
    end = 0
    is_found = _finder(query)
    for word in _WORD.finditer(text):
        if is_found(word[0]):
            parts.append((text[end : word.start()], word[0]))
            end = word.end()
    return parts, text[end:]


def has_one(text: str, query: Query) -> bool:
    """Whether a search for ``query`` found anything of ``text``."""
    return any(map(_finder(query), _WORD.findall(text)))


def excerpt(texts: Iterable[str], query: Query) -> str:
    """Of the first of ``texts`` with a word of ``query``, some 160 characters around that word; empty where none has one."""
    is_found = _finder(query)
    for text in texts:
        place = next((word.start() for word in _WORD.finditer(text) if is_found(word[0])), None)
        if place is not None:
            return _around(text, place)
    return ""


def _around(text: str, place: int) -> str:
    start = max(0, place - EXCERPT // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = start + EXCERPT
    end = text.rfind(" ", place, end) if end < len(text) else len(text)
    # A word may be longer than the excerpt.
    end = end if end > place else start + EXCERPT
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


@lru_cache(maxsize=64)
def _finder(query: Query) -> Callable[[str], bool]:
    """Tells of a word whether it is one of those of ``query``; a page asks after hundreds of words, few of them different."""
    stems = frozenset(map(stem_of, query.words))
    prefix = plain(query.prefix(PREFIX_OF_NAMES))

    @lru_cache(maxsize=500)
    def is_found(word: str) -> bool:
        return stem_of(word) in stems or (bool(prefix) and plain(word).startswith(prefix))

    return is_found
