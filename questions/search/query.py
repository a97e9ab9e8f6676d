"""What a visitor typed, taken apart: words and quoted phrases to find, words to leave out. Anything at all may be typed."""

import re
import unicodedata
from dataclasses import dataclass

from questions.normal import name_key

LONGEST = 200
MAX_TERMS = 8
MAX_WORD = 50
# Letters before a word counts as the beginning of a longer one: names are few, questions many.
PREFIX_OF_NAMES, PREFIX_OF_QUESTIONS = 2, 4
# A quoted phrase (the closing quote may be missing) or anything up to a space, either with a minus before it.
_PIECE = re.compile(r'(?<!\S)(-?)(?:"([^"]*)"?|(\S+))|"([^"]*)"?')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))

# The words of a term: one, or several in a row ("check-out" is two).
Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """``terms`` must all occur, ``excluded`` must not. ``text`` is what was typed, in the form of names."""

    text: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...]
    last_is_quoted: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def words(self) -> tuple[str, ...]:
        """All words to find, in the order typed."""
        return tuple(word for term in self.terms for word in term)

    @property
    def phrase(self) -> "Query":
        """The same words, to be found in a row."""
        return Query(self.text, (self.words,) if self.terms else (), self.excluded, last_is_quoted=True)

    def prefix(self, letters: int) -> str:
        """The last word, if it may be the beginning of a longer one: unquoted, and of so many letters at least."""
        word = self.terms[-1][-1] if self.terms and not self.last_is_quoted else ""
        return word if len(word) >= letters else ""

    def only(self, terms: tuple[Term, ...]) -> "Query":
        """The query with ``terms`` alone to find."""
        return Query(" ".join(" ".join(term) for term in terms), terms, self.excluded, self.last_is_quoted)


def read_query(typed: str) -> Query:
    """The query in ``typed``, of which the first 200 characters and the first eight terms count."""
    typed = unicodedata.normalize("NFKC", typed[:LONGEST]).translate(_QUOTES)[:LONGEST]
    terms: list[Term] = []
    excluded: list[Term] = []
    quoted = False
    for minus, phrase, word, inner in _PIECE.findall(typed):
        term = words_of(phrase or word or inner)
        if not term:
            continue
        if minus:
            excluded.append(term)
        else:
            terms.append(term)
            quoted = not word
    return Query(name_key(typed.replace('"', " ")), tuple(terms[:MAX_TERMS]), tuple(excluded[:MAX_TERMS]), quoted)


def words_of(text: str, limit: int | None = MAX_TERMS) -> Term:
    """The words of ``text``, as both databases tell them apart: runs of letters, their marks, and figures."""
    return tuple(word.casefold()[:MAX_WORD] for word in "".join(c if is_letter(c) else " " for c in text).split())[:limit]


def is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
