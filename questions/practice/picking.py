"""Lists of questions that visitors pick by hand, as they stand in an address: ``/sheet/?q=12,40,7``."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from questions.browse.keys import key_in
from questions.models import Question

MOST_ON_A_SHEET = 200


def picks_of(asked: QueryDict) -> list[int]:
    """The numbers, each once and in order, that every ``q`` of an address asks for; whatever else stands there is left out."""
    words = (word for text in asked.getlist("q") for word in text.replace(",", " ").split())
    return list(dict.fromkeys(filter(None, map(key_in, words))))


def questions_of(picks: Sequence[int]) -> list[Question]:
    """The published questions among the first 200 ``picks``, in their order. One query."""
    found = Question.objects.published().in_bulk(picks[:MOST_ON_A_SHEET])
    return [found[pk] for pk in picks if pk in found]


def sheet_of(picks: Iterable[int], looks: Mapping[str, str] | None = None) -> str:
    """The address of the sheet of exactly these questions; ``looks`` as ``SheetFilter`` reads them."""
    listed = ",".join(map(str, picks))
    query = urlencode(({"q": listed} if listed else {}) | dict(looks or {}), safe=",")
    return f"{reverse('sheet')}?{query}" if query else reverse("sheet")
