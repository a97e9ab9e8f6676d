"""What the bank says about questions and their places in roles: the words every layer uses instead of filters of its own."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Prefetch

from questions.vocabulary import Kind

from .counting import QUESTIONS_LOOKED_AT, count_of
from .states import StatusQuerySet, public
from .topic import QuestionTopic

if TYPE_CHECKING:
    from .catalogue import Role
    from .topic import Topic


class QuestionQuerySet(StatusQuerySet):
    def for_role(self, role: "Role") -> Self:
        """The role's questions in the role's own order."""
        return self.filter(role_questions__role=role).order_by("role_questions__position", "role_questions__pk")

    def about(self, topic: "Topic") -> Self:
        return self.filter(topic_items__tag=topic)

    def newest_about(self, topic: "Topic", *, before: int | None = None) -> Self:
        """Questions about ``topic`` with keys below ``before``, the newest first.

        Read off the topic's index, where a key is found at once: ``newest`` would sort all it has.
        """
        older = {} if before is None else {"topic_items__content_object_id__lt": before}
        return self.filter(topic_items__tag=topic, **older).order_by("-topic_items__content_object_id")

    def next_newer_about(self, topic: "Topic", *, after: int) -> Self:
        """Questions about ``topic`` with keys above ``after``, the nearest first."""
        newer = self.filter(topic_items__tag=topic, topic_items__content_object_id__gt=after)
        return newer.order_by("topic_items__content_object_id")

    def to_ask(self) -> Self:
        """Questions for the candidate to ask the employer."""
        return self.filter(kind=Kind.TO_ASK)

    def to_answer(self) -> Self:
        """Questions the interviewer asks."""
        return self.exclude(kind=Kind.TO_ASK)

    def most_asked_in(self, roles: "models.QuerySet[Role]") -> Self:
        """Questions of ``roles`` with ``asked``, the number of those roles; those of most come first. Keep the roles few."""
        asked = self.filter(role_questions__role__in=roles)
        return asked.annotate(asked=Count("role_questions")).order_by("-asked", "pk")

    def most_asked_lately(self) -> Self:
        """The newest thousand of these questions with ``asked``, the number of their roles; those of most come first."""
        newest = self.newest().values("pk")[:QUESTIONS_LOOKED_AT]
        counted = self.filter(pk__in=newest).annotate(asked=count_of(_places(), by="question"))
        return counted.order_by("-asked", "pk")

    def newest(self) -> Self:
        return self.order_by("-pk")

    def without_topic(self) -> Self:
        return self.filter(topic_items=None)

    def without_guidance(self) -> Self:
        """Questions that say neither why they are asked nor what a good answer covers."""
        return self.filter(purpose="", points="")

    def explained(self) -> Self:
        """Questions that say both why they are asked and what a good answer covers."""
        return self.exclude(purpose="").exclude(points="")

    def with_topics(self) -> Self:
        return self.prefetch_related("topics")

    def with_guidance(self) -> Self:
        """Questions with follow-ups and benchmarks fetched: three queries, however many questions."""
        return self.prefetch_related("follow_ups", "benchmarks")

    def with_counts(self) -> Self:
        """Each question with ``role_count`` and ``topic_count``."""
        return self.annotate(
            role_count=count_of(_places(), by="question"),
            topic_count=count_of(QuestionTopic.objects.all(), by="content_object"),
        )

    def with_public_roles(self) -> Self:
        """Questions with ``public_role_questions``: their places in published roles."""
        places = _places().filter(public("role")).select_related("role__group")
        return self.prefetch_related(Prefetch("role_questions", places, to_attr="public_role_questions"))


class RoleQuestionQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Places of published questions, in the role's own order."""
        return self.filter(public("question")).order_by("role", "position", "pk")


# The model builds on these words, so it is looked up when a question is asked and not while modules load.
def _places() -> RoleQuestionQuerySet:
    from .question import RoleQuestion

    return RoleQuestion.objects.all()
