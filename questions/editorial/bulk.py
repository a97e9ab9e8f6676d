"""One change to many questions: topics, roles, kind. What shows at once needs somebody who may publish."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from questions.models import Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.vocabulary import Kind, Status

from .editing import waits_for_publisher
from .publishing import Outcome
from .revisions import changing
from .rights import may_edit, may_publish


class Last(NamedTuple):
    """What a published question must not lose the last of: its ``rows``, by their column ``question``, of which those that are
    ``taken`` go."""

    rows: QuerySet
    question: str
    taken: Q
    name: str

    def lost_by(self, keys: list[int]) -> set[int]:
        """Those of the questions that would have none left."""
        rows = self.rows.filter(**{f"{self.question}__in": keys}).values_list(self.question, flat=True)
        return set(rows.filter(self.taken)) - set(rows.exclude(self.taken))


def add_topics(questions: QuerySet, topics: Iterable[Topic], *, by: Any) -> Outcome:
    topics = list(topics)

    def add(keys: list[int]) -> None:
        had = set(QuestionTopic.objects.filter(content_object__in=keys, tag__in=topics).values_list("content_object", "tag"))
        QuestionTopic.objects.bulk_create(
            QuestionTopic(content_object_id=key, tag=topic) for key in keys for topic in topics if (key, topic.pk) not in had
        )

    return _change(questions, add, f"Topics added: {_names(topics)}.", by)


def remove_topics(questions: QuerySet, topics: Iterable[Topic], *, by: Any) -> Outcome:
    topics = list(topics)

    def remove(keys: list[int]) -> None:
        QuestionTopic.objects.filter(content_object__in=keys, tag__in=topics).delete()

    last = Last(QuestionTopic.objects.all(), "content_object", Q(tag__in=topics), "topic")
    return _change(questions, remove, f"Topics removed: {_names(topics)}.", by, last)


def add_roles(questions: QuerySet, roles: Iterable[Role], *, by: Any) -> Outcome:
    """Place the questions last in each of ``roles``, in the order of their keys."""
    roles = list(roles)

    def add(keys: list[int]) -> None:
        # Locked, so that two editors who add to one role at the same moment do not give one place away twice.
        locked = Role.objects.select_for_update(no_key=True).filter(pk__in=[role.pk for role in roles])
        list(locked.order_by("pk").values_list("pk"))
        for role in roles:
            places = RoleQuestion.objects.filter(role=role)
            had = set(places.filter(question__in=keys).values_list("question", flat=True))
            last = places.aggregate(last=Max("position"))["last"] or 0
            new = [key for key in keys if key not in had]
            RoleQuestion.objects.bulk_create(
                RoleQuestion(role=role, question_id=key, position=place) for place, key in enumerate(new, start=last + 1)
            )

    return _change(questions, add, f"Added to {_names(roles)}.", by)


def remove_roles(questions: QuerySet, roles: Iterable[Role], *, by: Any) -> Outcome:
    roles = list(roles)

    def remove(keys: list[int]) -> None:
        RoleQuestion.objects.filter(question__in=keys, role__in=roles).delete()

    last = Last(RoleQuestion.objects.all(), "question", Q(role__in=roles), "role")
    return _change(questions, remove, f"Taken off {_names(roles)}.", by, last)


def change_kind(questions: QuerySet, kind: Kind, *, by: Any) -> Outcome:
    def change(keys: list[int]) -> None:
        Question.objects.filter(pk__in=keys).update(kind=kind.value)

    return _change(questions, change, f"Kind changed to {kind.label.lower()}.", by)


def _change(questions: QuerySet, change: Callable[[list[int]], None], reason: str, by: Any, last: Last | None = None) -> Outcome:
    outcome = Outcome()
    keys = list(questions.order_by("pk").values_list("pk", flat=True))
    with transaction.atomic(), changing(Question, keys, by=by, reason=reason) as done:
        rows = {question.pk: question for question in Question.objects.filter(pk__in=keys).order_by("pk")}
        refused = {key: why for key, question in rows.items() if (why := _refusal(question, by))}
        if last:
            bare = [key for key in last.lost_by(keys) - set(refused) if rows[key].status == Status.PUBLISHED]
            refused |= dict.fromkeys(bare, f"is published, and would have no {last.name} left: add another one first")
        change([key for key in rows if key not in refused])
    Question.objects.filter(pk__in=done.changed).update(updated_at=timezone.now())
    outcome.refused = [(rows[key], why) for key, why in refused.items()]
    outcome.done = [rows[key] for key in done.changed]
    outcome.already = len(rows) - len(outcome.done) - len(refused)
    if by and outcome.done:
        LogEntry.objects.log_actions(by.pk, outcome.done, CHANGE, reason)
    return outcome


def _refusal(question: Question, by: Any) -> str:
    if not (may_edit(by, question) or may_publish(by)):
        return "is somebody else's, and you may change your own only"
    if waits_for_publisher(question, by):
        return "is published: open it and change it there, so that a publisher can look at it"
    return ""


def _names(things: list[Any]) -> str:
    return ", ".join(str(thing) for thing in things)[:240]
