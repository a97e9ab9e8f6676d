"""Words for a made-up bank, as frequent as words are: the first of them everywhere, most of them hardly ever (Zipf's law)."""

import random
from itertools import product

SUBJECTS = (
    *("budgets", "volunteers", "schools", "privacy", "partners", "complaints", "statistics", "displays", "storytimes", "vans"),
    *("archives", "newcomers", "grants", "teams", "deadlines", "metadata", "shelters", "workshops", "surveys", "safety"),
)
_SYLLABLES = [first + second for first, second in product("bdfgklmnprstv", "aeiou")]
RARE = 4_000


def _invented(number: int) -> str:
    syllables = [_SYLLABLES[(number * 7 + 3 * place) // 65**place % 65] for place in range(3)]
    return "".join(syllables) + _SYLLABLES[number % 65]


# The words by how frequent they are, the most frequent first.
WORDS: list[str] = list(dict.fromkeys([*SUBJECTS, *map(_invented, range(RARE))]))


def a_word(chance: random.Random) -> str:
    """One of ``WORDS``: the first with a probability of 8 %, the hundredth with one of a thousandth."""
    return WORDS[int(len(WORDS) ** chance.random()) - 1]


def some_words(chance: random.Random, number: int) -> str:
    return " ".join(a_word(chance) for _ in range(number))
