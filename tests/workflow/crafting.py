"""What tests of crafted requests share: where a thing's pages are, and what the whole bank says."""

from typing import Any

from questions.editorial import snapshots
from questions.models import Question


def page_of(thing: Any, page: str = "change") -> str:
    return f"/admin/questions/{thing._meta.model_name}/{thing.pk}/{page}/"


def everything() -> dict[int, dict]:
    """What all questions say, with their status and times."""
    return snapshots.read(Question, list(Question.objects.values_list("pk", flat=True)))
