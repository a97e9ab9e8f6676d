"""Guidance as text: its parts, sentences, words and how hard it is to read."""

import re
from collections.abc import Iterator

from questions.guides import inline
from questions.guides.document import Question
from questions.vocabulary import Level

_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are said apart: "librarian", "idea", "create", "science", "evaluate", "poem", "being".
_APART = re.compile(
    r"ia|io(?!n|u)|iou|iu|eo(?!u|p)|crea(?=t)|rea(?=ct|lit)|idea|area|thea|nealog|ua(?!r)|ie(?=n[ct]|t)|oe(?=[mt])|eum|uel|[aeiou]ing"
)
# A written vowel that is not said: at the end ("use", "asked", "makes"; but "table", "wanted", "boxes"), and in a few words.
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouytdl]|[aeiouy]l)ed$|(?:[^aeiouycgsxzhl]|[aeiouy]l)es$|^(?:some|every|evening|busine)"
)


def parts(question: Question) -> Iterator[tuple[str, str]]:
    """Each part of a question's guidance by name, Markdown; points and follow-ups one by one."""
    yield "purpose", question.purpose
    yield from (("point", point) for point in points(question))
    yield from (("follow-up", text) for text in question.follow_ups)
    yield "avoid", question.pitfalls
    yield from (("level", question.benchmarks.get(level, "")) for level in Level)


def points(question: Question) -> list[str]:
    """The points of a question: the items of its list, or its paragraphs if it is none."""
    return [line for line in lines(question.points) if line]


def lines(markdown: str) -> list[str]:
    """Items and paragraphs of Markdown as plain text; a line that goes on with the one before is part of it."""
    found: list[str] = []
    fresh = True
    for line in markdown.split("\n"):
        if not line.strip():
            fresh = True
        elif fresh or _MARKER.match(line):
            found.append(inline.plain(_MARKER.sub("", line)))
            fresh = False
        else:
            found[-1] = f"{found[-1]} {inline.plain(line)}"
    return found


def sentences(markdown: str) -> list[str]:
    """The sentences of Markdown; an item of a list is one even without a full stop."""
    return [sentence for line in lines(markdown) for sentence in _END.split(line) if _WORD.search(sentence)]


def words(text: str) -> list[str]:
    """The words of plain text, apostrophes within them kept."""
    return _WORD.findall(text.replace("’", "'"))


def grade(markdown: str) -> float:
    """The school grade at which a text reads easily, by Kincaid and others (1975): from words a sentence, syllables a word."""
    all_sentences = sentences(markdown)
    all_words = [word for sentence in all_sentences for word in words(sentence)]
    if not all_words:
        return 0.0
    syllables_a_word = sum(map(syllables, all_words)) / len(all_words)
    return 0.39 * len(all_words) / len(all_sentences) + 11.8 * syllables_a_word - 15.59


def syllables(word: str) -> int:
    """How many syllables an English word has, by its vowels; right for about nine words in ten, which is enough for a mean."""
    word = word.casefold().partition("'")[0]
    count = len(_VOWELS.findall(word)) + len(_APART.findall(word))
    if len(word) > 2 and _SILENT.search(word):
        count -= 1
    return max(count, 1)
