"""Rows as lists show them, by their keys."""

from collections import defaultdict
from collections.abc import Iterable

from questions.models import Question, QuestionTopic, Role, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared

ROLES = Prepared(lambda keys: Role.objects.select_related("group").with_question_count().filter(pk__in=listed(keys)), keys=list)
TOPICS = Prepared(lambda keys: Topic.objects.with_question_count().filter(pk__in=listed(keys)), keys=list)
QUESTIONS = Prepared(lambda keys: Question.objects.filter(pk__in=listed(keys)), keys=list)
NAMES = Prepared(
    lambda keys: (
        QuestionTopic.objects.filter(content_object__in=listed(keys))
        .order_by("tag__name", "pk")
        .values_list("content_object", "tag__name")
    ),
    keys=list,
)


def questions(*, keys: list[int]) -> list[Question]:
    return with_topic_names(QUESTIONS(keys=keys))


def with_topic_names(questions: Iterable[Question]) -> list[Question]:
    """``questions``, each with its ``topic_names`` from A to Z; only the names are fetched, no rows of topics."""
    rows = list(questions)
    names = defaultdict(list)
    for question, name in NAMES(keys=[row.pk for row in rows]):
        names[question].append(name)
    for row in rows:
        row.topic_names = names[row.pk]  # type: ignore[attr-defined]
    return rows
