"""What can be found, and by which names."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import Model, QuerySet

from questions.models import Question, ResourceLink, Role, RoleTitle, Topic, TopicAlias
from questions.models.listed import listed
from questions.models.prepared import Prepared
from questions.models.states import public

# A sort of things, or of their names, made anew each time, since what is public depends on the moment.
Things = Callable[[], "QuerySet[Any]"]


def questions() -> "QuerySet[Any]":
    return Question.objects.published()


def links() -> "QuerySet[Any]":
    return ResourceLink.objects.published()


def roles() -> "QuerySet[Any]":
    return Role.objects.published()


def titles() -> "QuerySet[Any]":
    return RoleTitle.objects.filter(public("role"))


def topics() -> "QuerySet[Any]":
    """All of them: to find out who asks about one costs more than to find it."""
    return Topic.objects.all()


def aliases() -> "QuerySet[Any]":
    return TopicAlias.objects.all()


def asked_topics() -> "QuerySet[Any]":
    return Topic.objects.asked()


def asked_aliases() -> "QuerySet[Any]":
    return TopicAlias.objects.filter(topic__in=Topic.objects.asked())


@cache
def rows_of(model: type[Model]) -> Prepared:
    """The rows of keys."""
    return Prepared(lambda keys: model._base_manager.filter(pk__in=listed(keys)), keys=list)
