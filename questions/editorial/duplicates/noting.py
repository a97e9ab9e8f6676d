"""Writing down which questions read much alike, for editors to merge or to tell apart."""

from collections.abc import Collection, Iterable
from itertools import batched
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from questions.models import NearDuplicate, Question
from questions.models.editorial import NearDuplicateQuerySet

from .finding import similar_to
from .similarity import ALIKE, read, similarity

# Of a question that resembles many, an editor needs to see the nearest only.
MOST_NOTED = 5
# While somebody waits for a page: at some 10 ms each that is a second. The rest is left to the timer.
MOST_AT_ONCE = 100
BATCH = 20


def compare(questions: Iterable[Question]) -> int:
    """Compare each of ``questions`` with the bank and note the pairs; how many pairs of theirs are open now.

    Pairs that are no longer alike are dropped; those an editor dismissed stay so.
    """
    # The database is written to for a moment after each few questions, and not locked while they are looked for.
    return sum(_note([question.pk for question in batch]) for batch in batched(questions, BATCH))


def compare_waiting(limit: int, among: Collection[int] | None = None) -> int:
    """Compare ``limit`` questions that are new, or whose text changed, since they were compared; how many there were.

    If ``among`` is given, only questions with these keys.
    """
    questions = Question.objects.filter(compared_at=None).order_by("pk")
    waiting = list((questions if among is None else questions.filter(pk__in=among))[:limit])
    compare(waiting)
    return len(waiting)


def dismiss(pairs: QuerySet[NearDuplicate], *, by: AbstractBaseUser) -> int:
    """Say of ``pairs`` that they are two questions each; how many were open."""
    return _settle(pairs.filter(dismissed_at=None), by, "These are two.", dismissed_at=timezone.now(), dismissed_by=by)


def reopen(pairs: QuerySet[NearDuplicate], *, by: AbstractBaseUser) -> int:
    """Put dismissed ``pairs`` back on the list; how many there were."""
    return _settle(pairs.filter(dismissed_at__isnull=False), by, "Put back on the list.", dismissed_at=None, dismissed_by=None)


def pairs_of(keys: list[int]) -> NearDuplicateQuerySet:
    """The pairs these questions stand in. One side at a time: with an OR the database would walk the whole table."""
    sides = [NearDuplicate.objects.filter(**{f"{side}__in": keys}).order_by().values("pk") for side in ("first", "second")]
    return NearDuplicate.objects.filter(pk__in=sides[0].union(sides[1])).order_by()


def _settle(pairs: QuerySet[NearDuplicate], by: AbstractBaseUser, said: str, **values: Any) -> int:
    with transaction.atomic():
        rows = list(pairs.select_related("first", "second").order_by("pk"))
        # Only those that are still so: somebody else may have been quicker.
        count = pairs.filter(pk__in=[row.pk for row in rows]).update(**values)
        LogEntry.objects.log_actions(by.pk, rows, CHANGE, said)
    return count


def _note(keys: list[int]) -> int:
    texts = dict(Question.objects.filter(pk__in=keys, merged_into=None).values_list("pk", "text"))
    alike = {
        _ordered(pk, found.question.pk) for pk, text in texts.items() for found in similar_to(text, but=pk, limit=MOST_NOTED)
    }
    with transaction.atomic():
        alike |= set(pairs_of(keys).values_list("first", "second"))
        # As they are now that they stay so until the pairs are written.
        involved = Question.objects.filter(pk__in={pk for pair in alike for pk in pair}.union(keys), merged_into=None)
        now = dict(involved.select_for_update(no_key=True).order_by("pk").values_list("pk", "text"))
        pairs = {pair: _similarity(*(now.get(pk) for pk in pair)) for pair in alike}
        rows = [
            NearDuplicate(first_id=first, second_id=second, similarity=score)
            for (first, second), score in sorted(pairs.items())
            if score >= ALIKE
        ]
        NearDuplicate.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["first", "second"], update_fields=["similarity"]
        )
        gone = {pair for pair, score in pairs.items() if score < ALIKE}
        over = [row.pk for row in pairs_of(keys).filter(dismissed_at=None) if (row.first_id, row.second_id) in gone]
        NearDuplicate.objects.filter(pk__in=over).delete()
        same = [pk for pk in keys if pk in now and now[pk] == texts.get(pk)]
        merged = [pk for pk in keys if pk not in now]
        Question.objects.filter(pk__in=[*same, *merged]).update(compared_at=timezone.now())
        return pairs_of(keys).filter(dismissed_at=None).count()


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _similarity(one: str | None, other: str | None) -> float:
    """0 where one of the two is gone."""
    return similarity(read(one), read(other)) if one is not None and other is not None else 0.0
