"""A list too long for page numbers, stretch by stretch: the questions of a topic, the newest first.

To show page 3,000 a database counts its way there; to a key in an index it goes straight. So a stretch costs the same
wherever it begins, and a question that is added meanwhile moves nothing from one stretch to the next.
"""

from dataclasses import dataclass

from questions.models import Topic
from questions.models.question_queries import QuestionQuerySet

from .keys import key_in


@dataclass(frozen=True, slots=True)
class Stretch:
    """``keys`` of questions older than the key ``older`` (None: the newest of all).

    ``next`` is the key for those that follow, ``previous`` for those before, where ``has_previous``; None is the first stretch.
    """

    keys: list[int]
    older: int | None
    next: int | None
    previous: int | None = None
    has_previous: bool = False


def stretch_about(topic: Topic, questions: QuestionQuerySet, size: int, older: str | None) -> Stretch:
    """The ``size`` of ``questions`` about ``topic`` that ``?older=`` asks for; the first ones, if it is no key or too small."""
    key = key_in(older or "")
    keys = _some(questions.newest_about(topic, before=key), size)
    if key is None or not keys:
        keys = keys or _some(questions.newest_about(topic), size)
        return Stretch(keys[:size], None, _last(keys, size))
    newer = _some(questions.next_newer_about(topic, after=keys[0]), size)
    return Stretch(keys[:size], key, _last(keys, size), newer[size] if len(newer) > size else None, bool(newer))


def _some(questions: QuestionQuerySet, size: int) -> list[int]:
    """One more than a stretch holds, which tells whether there are more."""
    return list(questions.values_list("pk", flat=True)[: size + 1])


def _last(keys: list[int], size: int) -> int | None:
    """The last key of the stretch, if there are more."""
    return keys[size - 1] if len(keys) > size else None
