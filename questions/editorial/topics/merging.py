"""Several topics into one of them, with all that is about them."""

from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count

from questions.editorial.rights import may_publish
from questions.models import (
    FormerSlug,
    LinkTopic,
    Message,
    Question,
    QuestionTopic,
    ResourceLink,
    RoleQuestion,
    Topic,
    TopicAlias,
)
from questions.normal import name_key

from .moving import Moved, close, keys_about, lock, move


def merge(topics: Iterable[Topic], into: Topic, *, by: Any) -> Moved:
    """Make everything about ``topics`` be about ``into``, then delete them; says how much went over.

    Their names and aliases become aliases of ``into``, their addresses redirect to it, their phrases join its own, and its
    description is theirs if it has none. Topics that are gone by now are left out; raises ValidationError if none is left, or
    ``into`` is gone, and PermissionDenied for somebody who may not publish.
    """
    if not may_publish(by):
        raise PermissionDenied
    with transaction.atomic():
        locked = lock({into.pk, *(topic.pk for topic in topics)})
        kept = next((topic for topic in locked if topic.pk == into.pk), None)
        gone = [topic for topic in locked if topic.pk != into.pk]
        if not (kept and gone):
            raise ValidationError("Nothing to merge: somebody merged or deleted these topics just now. Look at the list again.")
        moved = _bring(gone, kept, by)
        if by:
            LogEntry.objects.log_actions(by.pk, [kept], CHANGE, f"Merged into it: {names(gone)}.")
            LogEntry.objects.log_actions(by.pk, gone, DELETION, f"Merged into “{kept}”.")
        Topic.objects.filter(pk__in=[topic.pk for topic in gone]).delete()
    return moved


def counts(topics: Collection[Topic]) -> dict[int, Moved]:
    """How much is about each of ``topics``, by key; four queries, however many they are."""
    tables: dict[str, tuple[Any, str]] = {
        "questions": (QuestionTopic, "tag"),
        "links": (LinkTopic, "tag"),
        "headings": (RoleQuestion, "section"),
        "aliases": (TopicAlias, "topic"),
    }
    found: dict[int, dict[str, int]] = {topic.pk: {} for topic in topics}
    for name, (model, column) in tables.items():
        rows = model.objects.filter(**{f"{column}__in": list(found)}).order_by().values(column)
        for key, total in rows.annotate(total=Count("pk")).values_list(column, "total"):
            found[key][name] = total
    return {key: Moved(**columns) for key, columns in found.items()}


def names(topics: Iterable[Topic]) -> str:
    """ "“Money”, “Funds” and “Grants”"."""
    quoted = [f"“{topic}”" for topic in topics]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)


def _bring(gone: list[Topic], into: Topic, by: Any) -> Moved:
    about: dict[Any, set[int]] = {Question: set(), ResourceLink: set()}
    headings = _move_all(gone, into, about, by)
    close(gone)
    headings += _move_all(gone, into, about, by)
    for topic in gone:
        Message.objects.filter(topic=topic).update(topic=into)
        FormerSlug.objects.remember(Topic.kind(), topic.slug, into.slug)
    aliases = _bring_aliases(gone, into)
    into.phrases = joined(topic.phrase_list for topic in (into, *gone))
    into.description = next((topic.description for topic in (into, *gone) if topic.description), "")
    into.save(update_fields=["phrases", "description"])
    return Moved(len(about[Question]), len(about[ResourceLink]), headings, aliases)


def _move_all(gone: list[Topic], into: Topic, about: dict[Any, set[int]], by: Any) -> int:
    """What is about ``gone``, noted by key in ``about``; how many headings went over with it."""
    headings = 0
    for topic in gone:
        for model, seen in about.items():
            keys = keys_about(model, topic)
            headings += move(model, keys, topic, into, by=by, reason=f"Topic “{topic}” merged into “{into}”.")
            seen.update(keys)
    return headings


def _bring_aliases(gone: list[Topic], into: Topic) -> int:
    """The aliases of ``gone``, and their names, as aliases of ``into``; how many."""
    theirs = TopicAlias.objects.filter(topic__in=gone)
    theirs.filter(name_key=into.name_key).delete()
    moved = theirs.update(topic=into)
    keys = [topic.name_key for topic in gone]
    had = set(TopicAlias.objects.filter(name_key__in=keys).values_list("name_key", flat=True))
    new = [TopicAlias(topic=into, name=topic.name) for topic in gone if topic.name_key not in had]
    TopicAlias.objects.bulk_create(new)
    return moved + len(new)


def joined(lists: Iterable[list[str]]) -> str:
    """Phrases, one a line, each of them once however it is capitalised."""
    phrases: dict[str, str] = {}
    for phrase in chain.from_iterable(lists):
        phrases.setdefault(name_key(phrase), phrase)
    return "\n".join(phrases.values())
