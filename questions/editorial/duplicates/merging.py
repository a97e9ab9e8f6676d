"""Two questions become one: what the one has and the other lacks goes over, and the page of the one leads to the other."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from questions.editorial.revisions import changing
from questions.editorial.rights import Someone, may_publish
from questions.models import Benchmark, FollowUp, Message, NearDuplicate, Question, QuestionTopic, Revision, RoleQuestion
from questions.vocabulary import Status

TRIES = 3
GUIDANCE = ("purpose", "points", "pitfalls")
SOURCE = ("source_kind", "source_name")


class CannotMergeError(Exception):
    """The two cannot become one; the message says why and what to do, in sentences for people."""


class _MoreToLock(Exception):  # noqa: N818 - no error: begin again
    """While we waited for a lock, another question was merged into the one that goes."""


def refusal(loser: Question, into: Question) -> str:
    """Why ``loser`` cannot be merged into ``into``, in sentences for people; "" if it can."""
    if loser.pk == into.pk:
        return "A question cannot be merged into itself. Choose another one."
    if loser.merged_into_id:
        return "This question was merged before. Take that merge back first."
    if into.is_retired:
        return "The question that would stay is retired. Send it back to draft first, or keep the other one."
    if loser.is_published and not into.is_published:
        return "Visitors see the question that would go, and not the one that would stay. Publish that one, or keep the other."
    if Revision.objects.of(loser).pending().exists():
        # Accepted later it would be written into a question nobody sees any more.
        return "An edit of the question that would go waits. Accept it or send it back first."
    return ""


def merge(loser: Question, into: Question, *, by: Someone) -> None:
    """Retire ``loser`` for ``into``, which gets its places in roles and its topics, the guidance it lacks, and its messages.

    Raises CannotMergeError and PermissionDenied. Both objects are stale afterwards.
    """
    if not may_publish(by):
        raise PermissionDenied
    for _ in range(TRIES):
        try:
            _merge(loser.pk, into.pk, by=by)
        except _MoreToLock:
            continue
        return
    raise CannotMergeError("Others are merging these questions right now. Try again in a moment.")


def _merge(loser: int, into: int, *, by: Someone) -> None:
    reason = f"Merged question {loser} into question {into}."
    pointing = Question.objects.filter(merged_into=loser).values_list("pk", flat=True)
    # All that this writes to is locked in the order of the keys, so that two merges wait for each other and not in a circle.
    keys = {loser, into, *pointing}
    with changing(Question, keys, by=by, reason=reason):
        if set(pointing.all()) - keys:
            raise _MoreToLock
        rows = Question.objects.in_bulk([loser, into])
        if not {loser, into} <= set(rows):
            raise CannotMergeError("One of the two was deleted in the meantime.")
        gone, stays = rows[loser], rows[into]
        if why := refusal(gone, stays):
            raise CannotMergeError(why)
        _hand_over(gone, stays)
        pointing.update(merged_into=stays)
        gone.status, gone.publish_at, gone.retire_at, gone.merged_into = Status.RETIRED.value, None, None, stays
        gone.save(update_fields=["status", "publish_at", "retire_at", "merged_into", "updated_at"])
        NearDuplicate.objects.filter(Q(first=gone) | Q(second=gone), dismissed_at=None).delete()
        _log(by, [gone, stays], reason)


def take_back(loser: Question, *, by: Someone) -> None:
    """Undo the redirect of ``loser``, which stays retired; what the other question got from it stays there.

    Raises PermissionDenied.
    """
    if not may_publish(by):
        raise PermissionDenied
    with changing(Question, [loser.pk], by=by, reason="Took a merge back."):
        if Question.objects.filter(pk=loser.pk, merged_into__isnull=False).update(merged_into=None, compared_at=None):
            _log(by, [loser], "Took the merge back: the page no longer redirects.")


def _hand_over(gone: Question, stays: Question) -> None:
    lacking = [name for name in GUIDANCE if not getattr(stays, name).strip() and getattr(gone, name).strip()]
    probes = [] if stays.follow_ups.exists() else list(gone.follow_ups.all())
    levels = list(gone.benchmarks.exclude(level__in=stays.benchmarks.values("level")))
    # Whoever wrote what goes over is thanked where it stands now; a question names one source, and keeps its own.
    named = SOURCE if (lacking or probes or levels) and gone.source_name and not stays.source_name else ()
    for name in (*lacking, *named):
        setattr(stays, name, getattr(gone, name))
    stays.save(update_fields=[*lacking, *named, "updated_at"])
    FollowUp.objects.bulk_create(FollowUp(question=stays, position=probe.position, text=probe.text) for probe in probes)
    Benchmark.objects.bulk_create(Benchmark(question=stays, level=row.level, text=row.text) for row in levels)
    topics = gone.topic_items.exclude(tag__in=stays.topic_items.values("tag"))
    QuestionTopic.objects.bulk_create(QuestionTopic(content_object=stays, tag_id=item.tag_id) for item in topics)
    RoleQuestion.objects.filter(question=gone).exclude(role__in=stays.role_questions.values("role")).update(question=stays)
    RoleQuestion.objects.filter(question=gone).delete()
    Message.objects.filter(question=gone).update(question=stays)


def _log(by: Any, questions: list[Question], said: str) -> None:
    if by:
        LogEntry.objects.log_actions(by.pk, questions, CHANGE, said)
