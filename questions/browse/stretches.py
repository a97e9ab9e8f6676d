"""A list too long for page numbers, stretch by stretch: the questions of a topic, the newest first.

To show page 3,000 a database counts its way there; to a key in an index it goes straight. So a stretch costs the same
wherever it begins, and a question that is added meanwhile moves nothing from one stretch to the next.
"""

from dataclasses import dataclass

from questions.models import Question, Topic
from questions.models.question_queries import QuestionQuerySet

from .keys import key_in


@dataclass(frozen=True, slots=True)
class Stretch:
    """``questions`` older than the key ``older`` (None: the newest of all).

    ``next`` is the key for those that follow, ``previous`` for those before, where ``has_previous``; None is the first stretch.
    """

    questions: list[Question]
    older: int | None
    next: int | None
    previous: int | None = None
    has_previous: bool = False


def stretch_about(topic: Topic, questions: QuestionQuerySet, size: int, older: str | None) -> Stretch:
    """The ``size`` of ``questions`` about ``topic`` that ``?older=`` asks for; what is no key, or beyond the last, is the first."""
    key = key_in(older or "")
    rows = list(questions.newest_about(topic, before=key)[: size + 1])
    if key is None or not rows:
        return _first(rows or list(questions.newest_about(topic)[: size + 1]), size)
    newer = list(questions.next_newer_about(topic, after=rows[0].pk).values_list("pk", flat=True)[: size + 1])
    return Stretch(
        questions=rows[:size],
        older=key,
        next=_key_after(rows, size),
        previous=newer[size] if len(newer) > size else None,
        has_previous=bool(newer),
    )


def _first(rows: list[Question], size: int) -> Stretch:
    return Stretch(rows[:size], None, _key_after(rows, size))


def _key_after(rows: list[Question], size: int) -> int | None:
    return rows[size - 1].pk if len(rows) > size else None
