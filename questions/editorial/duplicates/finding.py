"""Which questions of the bank read much like a text: candidates from the database's index, judged by ``similarity``.

Measured with 200,000 questions: a few milliseconds where the words are as various as in life; at most 200 ms where all
questions are made of the same twenty words.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from questions.models import Question

from . import postgres, sqlite
from .planning import MOST_CANDIDATES, plan
from .similarity import ALIKE, FRAME, Reading, read, similarity

LONGEST = 1_000  # characters, as in the bank


@dataclass(frozen=True, slots=True)
class Similar:
    question: Question
    similarity: float


def similar_to(text: str, *, but: int | None = None, limit: int = 5) -> list[Similar]:
    """At most ``limit`` questions that are ALIKE to ``text``, the most alike first; not the one with the key ``but``.

    Questions that were merged into another one are left out, retired ones are not.
    """
    reading = read(text[:LONGEST])
    scored = ((similarity(reading, read(other)), pk) for pk, other in _candidates(reading) if pk != but)
    best = sorted((found for found in scored if found[0] >= ALIKE), key=lambda found: (-found[0], found[1]))[:limit]
    questions = Question.objects.in_bulk([pk for _, pk in best])
    return [Similar(questions[pk], score) for score, pk in best if pk in questions]


def _candidates(reading: Reading) -> list[tuple[int, str]]:
    index = sqlite if connection.vendor == "sqlite" else postgres
    words = {index.form_of(word) for word in (reading.words - FRAME) or reading.words} - {""}
    total = Question.objects.aggregate(last=Max("pk"))["last"] or 0
    groups = plan(index.rows_with(sorted(words)), total) if words and total else []
    if not groups:
        return []
    rows = index.holding(Question.objects.filter(merged_into=None).order_by(), groups)
    return list(rows.values_list("pk", "text")[:MOST_CANDIDATES])
