"""What an address may say about a mock set. Whatever makes no sense counts as not asked for."""

import secrets
import unicodedata
from typing import Any

from django import forms
from django.http import QueryDict

from questions.browse.filters import Filter, is_text
from questions.normal import one_line
from questions.vocabulary import Level

from .drawing import LARGEST, SMALLEST, USUAL

LONGEST_SEED = 40
# To be read out, or typed from paper: no letter that looks like a figure, and no vowel to make words with.
_LETTERS = "bcdfghjkmnpqrstvwxz23456789"


class BetweenField(forms.IntegerField):
    """A whole number; too small a one counts as the smallest, too large a one as the largest."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__(required=False)
        self.low, self.high = low, high

    def to_python(self, value: Any) -> int | None:
        number = super().to_python(value)
        return None if number is None else max(self.low, min(number, self.high))


class SeedField(forms.CharField):
    """A word that stands for a set, however it was typed or pasted: capitals, blanks and accents' encodings do not matter."""

    def to_python(self, value: Any) -> str:
        text = "".join(char if is_text(char) else " " for char in str(value or "")[: 4 * LONGEST_SEED])
        return one_line(unicodedata.normalize("NFC", text.casefold()))[:LONGEST_SEED].strip()


class MockFilter(Filter):
    n = BetweenField(SMALLEST, LARGEST)
    seed = SeedField(required=False)
    view = forms.ChoiceField(choices=[("all", "All on one page"), ("one", "One at a time")], required=False)
    at = BetweenField(1, LARGEST)
    level = forms.ChoiceField(choices=Level.choices(), required=False)

    @classmethod
    def read(cls, asked: QueryDict) -> dict[str, Any]:
        return {"n": USUAL, **super().read(asked)}


def fresh_seed() -> str:
    """Five letters and figures: one of 14 million sets."""
    return "".join(secrets.choice(_LETTERS) for _ in range(5))
