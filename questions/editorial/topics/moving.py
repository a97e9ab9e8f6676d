"""Questions and links from one topic to another: what they are about, and the headings they stand under in roles."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from questions.editorial.revisions import BATCH, changing
from questions.models import LinkTopic, Question, QuestionTopic, ResourceLink, RoleQuestion, Topic

# What can be about a topic, and the table that says so.
ABOUT: dict[Any, Any] = {Question: QuestionTopic, ResourceLink: LinkTopic}


@dataclass(frozen=True)
class Moved:
    """How much went from topic to topic."""

    questions: int = 0
    links: int = 0
    headings: int = 0
    aliases: int = 0


def lock(keys: Collection[int]) -> list[Topic]:
    """The topics with these keys as they are now, held against everybody else who merges, renames or splits them.

    Without the key itself: whoever tags a question in the meantime has locked the question already, and would wait for
    this transaction while it waits for the question.
    """
    return list(Topic.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))


def close(topics: Collection[Topic]) -> None:
    """Let nobody come to be about ``topics``, which are to be deleted: whoever is about to finds them gone, and is told.

    To be called after all that is about them went over; what got in just before this has to go over too, so move it again.
    """
    list(Topic.objects.select_for_update().filter(pk__in=[topic.pk for topic in topics]).order_by("pk").values_list("pk"))


def hold(topic: Topic) -> Topic:
    """``topic`` as it is now, held as by ``lock``. Raises ValidationError if it is gone."""
    found = lock([topic.pk])
    if not found:
        raise ValidationError(f"“{topic}” is gone: somebody merged or deleted it just now.")
    return found[0]


def keys_about(model: Any, topic: Topic) -> list[int]:
    """The keys of all rows of ``model`` that are about ``topic``; of questions also those it is only a heading of."""
    keys = set(ABOUT[model].objects.filter(tag=topic).values_list("content_object", flat=True))
    if model is Question:
        keys |= set(RoleQuestion.objects.filter(section=topic).values_list("question", flat=True))
    return sorted(keys)


def move(
    model: Any, keys: Collection[int], source: Topic, target: Topic | None, *, by: Any, reason: str, keep: bool = False
) -> int:
    """Make these rows of ``model`` be about ``target`` instead of ``source``; None takes ``source`` off them.

    Headings go along; the number of them is returned. With ``keep`` the rows are about both, and headings stay. Call it
    inside a transaction: each batch is a step of its own.
    """
    headings = 0
    for batch in batched(keys, BATCH):
        with changing(model, batch, by=by, reason=reason) as change:
            _retag(ABOUT[model], batch, source, target, keep)
            if model is Question and not keep:
                headings += RoleQuestion.objects.filter(question__in=batch, section=source).update(section=target)
        model.objects.filter(pk__in=change.changed).update(updated_at=timezone.now())
    return headings


def _retag(through: Any, keys: Collection[int], source: Topic, target: Topic | None, keep: bool) -> None:
    old = through.objects.filter(tag=source, content_object__in=keys)
    if target is None:
        old.delete()
        return
    had = set(through.objects.filter(tag=target, content_object__in=keys).values_list("content_object", flat=True))
    if keep:
        wanted = set(old.values_list("content_object", flat=True)) - had
        through.objects.bulk_create(through(tag=target, content_object_id=key) for key in sorted(wanted))
        return
    old.filter(content_object__in=had).delete()
    old.exclude(content_object__in=had).update(tag=target)


def names_taken(key: str, but: Topic) -> Topic | None:
    """The topic other than ``but`` that has a name or an alias of this form."""
    return Topic.objects.filter(Q(name_key=key) | Q(aliases__name_key=key)).exclude(pk=but.pk).first()
