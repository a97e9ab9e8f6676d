"""What visitors may ask for in an address, as GET forms. Whatever makes no sense counts as not asked for."""

import unicodedata
from typing import Any

from django import forms
from django.http import QueryDict

from questions.vocabulary import Kind, LinkKind

MAX_QUERY = 200


class WordsField(forms.CharField):
    """Words as people type or paste them: what is no character becomes a space, what is over-long is cut, not refused."""

    def to_python(self, value: Any) -> str:
        text = "".join(char if is_text(char) else " " for char in str(value or "")[: 4 * MAX_QUERY])
        return " ".join(text.split())[:MAX_QUERY].strip()


def is_text(char: str) -> bool:
    """Whether ``char`` may stand in a page: no control code, lone surrogate or noncharacter of Unicode."""
    code = ord(char)
    return unicodedata.category(char) not in ("Cc", "Cs") and not 0xFDD0 <= code <= 0xFDEF and code & 0xFFFE != 0xFFFE


class SlugField(forms.SlugField):
    def __init__(self) -> None:
        super().__init__(required=False, max_length=MAX_QUERY, allow_unicode=True)


class Filter(forms.Form):
    @classmethod
    def read(cls, asked: QueryDict) -> dict[str, str]:
        """The clean values of the fields for which something sensible was asked."""
        form = cls(asked)
        form.is_valid()
        return {name: value for name, value in form.cleaned_data.items() if value}


class RoleFilter(Filter):
    q = WordsField(required=False)
    field = SlugField()
    topic = SlugField()


class QuestionFilter(Filter):
    kind = forms.ChoiceField(choices=Kind.choices(), required=False)


class ResourceFilter(Filter):
    kind = forms.ChoiceField(choices=LinkKind.choices(), required=False)
    topic = SlugField()


class SearchFilter(Filter):
    q = WordsField(required=False)
    kind = forms.ChoiceField(choices=Kind.choices(), required=False)
    topic = SlugField()
    field = SlugField()
