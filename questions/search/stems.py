"""Words as the indexes have them, told in Python: without case and accents, cut to the stem."""

import re
from functools import lru_cache

from questions.normal import without_accents
from questions.stems import stem

_WORD = re.compile(r"[^\W_]+")


def stems_of(text: str) -> list[str]:
    """The stems of the words of ``text``, in order."""
    return [stem_of(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The stem of ``word`` however it is written: "Bibliothèques" and "bibliotheque" have one."""
    return stem(plain(word))


def plain(word: str) -> str:
    """``word`` without case and accents."""
    return without_accents(word).casefold()
