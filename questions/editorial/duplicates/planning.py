"""Which words to ask the database for, so that it reads a few hundred rows of many thousands. Plain Python.

A plan is a list of groups of words: a question is a candidate if it has all the words of any one group.
"""

import math

from .similarity import least_shared

type Plan = list[tuple[str, ...]]

# A candidate costs some 30 µs to read and to compare: these, 40 ms.
MOST_CANDIDATES = 1_200
# Words that together occur in so few questions are looked up each on its own.
MOST_ALONE = 500
# A word in more than half of all questions tells none of them apart.
COMMON = 0.5
# Of the other words, the rarest ones are looked up together, all but a part of them: alike questions differ in few words.
MOST_TOGETHER, PARTS = 8, 4


def plan(rows: dict[str, int], total: int) -> Plan:
    """The plan for the words of a text, given in how many (``rows``) of the ``total`` questions each occurs, roughly.

    It finds every question that is alike where the words are rare. Where all are frequent it finds those that differ in a
    word or two, and where even they would be too many, those that share the rarest words.
    """
    words = sorted(rows, key=lambda word: (rows[word], word))
    alone: list[str] = []
    for word in words:
        if sum(rows[known] for known in alone) + rows[word] > MOST_ALONE:
            break
        alone.append(word)
    # Whatever lacks all of these shares too few of the rest.
    enough = len(words) - least_shared(len(words)) + 1
    if len(alone) >= enough:
        return [(word,) for word in alone[:enough] if rows[word]]
    rest = words[len(alone) :]
    together = ([word for word in rest if rows[word] <= total * COMMON] or rest)[:MOST_TOGETHER]
    return [(word,) for word in alone if rows[word]] + _all_but_a_part(together, rows, total)


def _all_but_a_part(words: list[str], rows: dict[str, int], total: int) -> Plan:
    parts = [part for part in (words[start::PARTS] for start in range(PARTS)) if part]
    groups = [tuple(word for word in words if word not in left_out) for left_out in parts if len(parts) > 1]
    expected = sum(total * math.prod(rows[word] / total for word in group) for group in groups)
    return groups if groups and expected <= MOST_CANDIDATES else [tuple(words)]
