"""How much alike two questions read, from 0 to 1: by the words they share. Plain Python, so both databases agree."""

import math
import re
import unicodedata
from dataclasses import dataclass

from questions.stems import stem

# "C", "C++" and "C#" are three words.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?[+#]*")
# What interviewers wrap any subject in, and the little words of English: they say how it is asked, not what about.
_FRAME = """
a about after all also an and any anything are as ask at be been before being but by can could did do does doing for from
had has have having he her him his how i if in into is it its it's me my of on one or our please she should so some
something than that the their them then there these they this those through to too up us was we were what what's when
where which while who why will with would you you're you've your yours yourself
describe description discuss example examples experience explain face faced give handle handled happen happened imagine
instance last occasion recall share situation situations suppose talk tell think time times walk
approach deal dealing dealt go manage managed respond responded
"""
FRAME = frozenset(_FRAME.split())
# The share of the score that the frame has: the same subject in the same words is 1, in another frame a little less.
FRAME_WEIGHT = 0.15
# From here on two questions are called alike. Chosen by reading pairs: "Why do you want to work here?" and "… for us?" come to
# 0.80, one word added to three to 0.85; "a difficult patron" and "an angry patron" to 0.55. The first 266 questions of the
# starter bank, which are all different, stay below 0.64.
ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared: the stems of what it is about, and all its words."""

    subject: frozenset[str]
    words: frozenset[str]


def read(text: str) -> Reading:
    """What ``text`` is about are the words outside the frame; all its words, if each belongs to the frame."""
    words = frozenset(words_of(text))
    return Reading(frozenset(map(stem, words - FRAME)) or words, words)


def words_of(text: str) -> list[str]:
    """All words of ``text`` in order, without letter case."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'"))


def similarity(one: Reading, other: Reading) -> float:
    """How much alike two texts read: 0 for nothing in common, 1 for the same words in whatever order."""
    return (1 - FRAME_WEIGHT) * _overlap(one.subject, other.subject) + FRAME_WEIGHT * _overlap(one.words, other.words)


def least_shared(words: int) -> int:
    """How many of so many words of its subject a text must share with any other one that is ALIKE, however short that is."""
    overlap = (ALIKE - FRAME_WEIGHT) / (1 - FRAME_WEIGHT)
    return max(1, math.ceil(words * overlap / (2 - overlap)))


def _overlap(ones: frozenset[str], others: frozenset[str]) -> float:
    """Words in common, twice, by all words (the Dice coefficient)."""
    return 2 * len(ones & others) / (len(ones) + len(others)) if ones and others else 0.0
