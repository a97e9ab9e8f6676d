"""What the bank says about fields, groups and roles: the words every layer uses instead of filters of its own."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, Prefetch, Window
from django.db.models.functions import RowNumber

from .counting import PLACES_LOOKED_AT, QUESTIONS_LOOKED_AT, count_of, kept_count
from .states import StatusQuerySet, public

if TYPE_CHECKING:
    from .catalogue import Role
    from .question import Question
    from .topic import Topic


class FieldQuerySet(models.QuerySet):
    def public(self) -> Self:
        """From A to Z, the fields a visitor finds something in, with ``role_count``, the number of their published roles."""
        published = Count("groups__roles", filter=public("groups__roles"))
        return self.annotate(role_count=published).filter(role_count__gt=0).order_by("name_key", "pk")

    def with_largest_groups(self, number: int) -> Self:
        """Fields with ``group_count`` and ``largest_groups``: from A to Z, the ``number`` groups with most published roles."""
        with_roles = Count("groups", filter=public("groups__roles"), distinct=True)
        place = Window(RowNumber(), partition_by=F("field"), order_by=[F("role_count").desc(), "name_key", "pk"])
        groups = _groups().public().annotate(place=place).filter(place__lte=number)
        return self.annotate(group_count=with_roles).prefetch_related(Prefetch("groups", groups, to_attr="largest_groups"))


class GroupQuerySet(models.QuerySet):
    def public(self) -> Self:
        """From A to Z, the groups with published roles, with ``role_count``."""
        published = Count("roles", filter=public("roles"))
        return self.annotate(role_count=published).filter(role_count__gt=0).order_by("name_key", "pk")

    def with_first_roles(self, number: int) -> Self:
        """Groups with ``first_roles``: the first ``number`` of their published roles from A to Z."""
        place = Window(RowNumber(), partition_by=F("group"), order_by=["title_key", "pk"])
        roles = _roles().published().annotate(place=place).filter(place__lte=number).alphabetical()
        return self.prefetch_related(Prefetch("roles", roles, to_attr="first_roles"))


class RoleQuerySet(StatusQuerySet):
    def with_question_count(self) -> Self:
        """Each role with ``question_count``: how many of its questions are published."""
        return self.annotate(question_count=kept_count("role_question_count", _places(), "role", "question"))

    def about(self, topic: "Topic") -> Self:
        """Roles with a published question about ``topic``."""
        asked = _public_places().filter(question__topic_items__tag=topic)
        return self.filter(pk__in=asked.order_by().values("role"))

    def asking_most_about(self, topic: "Topic", number: int) -> Self:
        """The ``number`` roles that ask most about ``topic``, and ``asked``, the number of their published questions about it.

        The counts are exact; of a huge topic, which roles ask most is told from its newest questions.
        """
        questions = topic.question_items.filter(public("content_object")).order_by("-content_object_id")
        asked = count_of(_public_places().filter(question__topic_items__tag=topic), by="role")
        nearest = self._most_frequent_on(questions.values("content_object")[:QUESTIONS_LOOKED_AT], number)
        return nearest.annotate(asked=asked).order_by("-asked", "title_key", "pk")

    def sharing_most_with(self, role: "Role", number: int) -> Self:
        """The ``number`` other roles with most questions in common with ``role``, and ``shared``, how many.

        The counts are exact; of a huge role, or of questions asked nearly everywhere, which roles these are is told from
        some of the questions.
        """
        questions = _public_places().filter(role=role).order_by().values("question")
        shared = count_of(_public_places().filter(question__in=questions), by="role")
        nearest = self.exclude(pk=role.pk)._most_frequent_on(questions[:PLACES_LOOKED_AT], number)
        return nearest.annotate(shared=shared).order_by("-shared", "title_key", "pk")

    def _most_frequent_on(self, questions: models.QuerySet, number: int) -> Self:
        places = _places().filter(question__in=questions).order_by().values("pk")[:PLACES_LOOKED_AT]
        often = _places().filter(pk__in=places, role__in=self).order_by().values("role").annotate(often=Count("pk"))
        return self.filter(pk__in=often.order_by("-often", "role").values("role")[:number])

    def asking(self, question: "Question") -> Self:
        return self.filter(role_questions__question=question)

    def featured(self) -> Self:
        return self.filter(featured=True)

    def alphabetical(self) -> Self:
        """From A to Z without regard to case."""
        return self.order_by("title_key", "pk")

    def before(self, group: int, title_key: str) -> Self:
        """The names and addresses of roles that stand before ``title_key`` in ``group``, the nearest first."""
        return self.filter(group=group, title_key__lt=title_key).only("title", "slug").order_by("-title_key", "-pk")

    def after(self, group: int, title_key: str) -> Self:
        """The same of those that stand after it."""
        return self.filter(group=group, title_key__gt=title_key).only("title", "slug").alphabetical()


# These modules build on the catalogue, so they are looked up when a question is asked and not while modules load.
def _groups() -> GroupQuerySet:
    from .catalogue import Group

    return Group.objects.all()


def _roles() -> RoleQuerySet:
    from .catalogue import Role

    return Role.objects.all()


def _places() -> models.QuerySet:
    from .question import RoleQuestion

    return RoleQuestion.objects.all()


def _public_places() -> models.QuerySet:
    from .question import RoleQuestion

    return RoleQuestion.objects.public()
