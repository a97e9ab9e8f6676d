"""The stem of a word: what its forms have in common, by Porter's rules of 1980, as both databases cut the words they index."""

from functools import lru_cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("porter")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of a word have in common, more or less: "library" and "libraries" are both "librari"."""
    return _stemmer.stemWord(word.removesuffix("'s"))
