"""Words as the indexes have them, told in Python: without case and accents, cut to the stem."""

import re
from functools import lru_cache

from questions.normal import without_accents
from questions.stems import stem

# What may be left of a word while somebody types it, of those endings that a stem lacks.
ENDINGS = ("", "y", "ty", "ity", "e", "s", "es", "d", "ed", "g", "ng", "ing", "n", "on", "ion", "tion", "t", "nt", "ent", "ment")
_WORD = re.compile(r"[^\W_]+")


def stems_of(text: str) -> list[str]:
    """The stems of the words of ``text``, in order."""
    return [stem_of(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The stem of ``word`` however it is written: "Bibliothèques" and "bibliotheque" have one."""
    return stem(plain(word))


def completed(beginning: str) -> list[str]:
    """Words that begin so and whose stems are shorter than that, one a stem: "community" for "communi"."""
    words = {stem_of(beginning + ending): beginning + ending for ending in ENDINGS}
    return [word for stem, word in sorted(words.items()) if len(stem) < len(beginning)]


def plain(word: str) -> str:
    """``word`` without case and accents."""
    return without_accents(word).casefold()
