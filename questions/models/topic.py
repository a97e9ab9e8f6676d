"""Topics: what questions are about. A taggit tag model of our own, tied to questions by real foreign keys."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from taggit.models import ItemBase, TagBase

from questions.normal import name_key, one_line

from .counting import QUESTIONS_LOOKED_AT, kept_count
from .imports import Imported
from .keys import Keyed, KeyField
from .slugs import Slugged
from .states import public

if TYPE_CHECKING:
    from .catalogue import Role

# /roles/<role>/<topic>/ shares its last word with these pages of a role.
PAGES_OF_A_ROLE = ("ask", "feed", "interviewer", "mock", "sheet", "take-away", "vs")


class TopicQuerySet(models.QuerySet):
    def with_question_count(self) -> Self:
        """Each topic with ``question_count``: how many published questions are about it."""
        count = kept_count("topic_question_count", QuestionTopic.objects.all(), "tag", "content_object")
        return self.annotate(question_count=count)

    def public(self) -> Self:
        """Topics a visitor finds published questions under, with ``question_count``."""
        return self.with_question_count().asked()

    def asked(self) -> Self:
        """Topics a visitor finds published questions under."""
        asked = QuestionTopic.objects.filter(public("content_object"))
        return self.filter(Exists(asked.filter(tag=OuterRef("pk"))))

    def with_links(self) -> Self:
        """Topics a visitor finds published links under."""
        from .resource import public_link

        return self.filter(public_link("link_items__content_object")).distinct()

    def most_asked_in(self, roles: "Iterable[Role]") -> Self:
        """Topics of the published questions of ``roles``, the most frequent first."""
        asked = self.filter(
            public("question_items__content_object"), question_items__content_object__role_questions__role__in=roles
        )
        return asked.annotate(asked=Count("question_items")).order_by("-asked", "name_key", "pk")

    def related_to(self, topic: "Topic") -> Self:
        """Topics that stand beside ``topic`` on its newest thousand published questions, with ``shared``, on how many of them."""
        asked = QuestionTopic.objects.filter(public("content_object"), tag=topic)
        newest = asked.order_by("-content_object_id").values("content_object")[:QUESTIONS_LOOKED_AT]
        return self._most_frequent_on(newest).exclude(pk=topic.pk)

    def most_asked_lately(self) -> Self:
        """Topics of the newest thousand published questions, with ``shared``, on how many of them; most frequent first."""
        from .question import Question  # which builds on this module

        return self._most_frequent_on(Question.objects.published().newest().values("pk")[:QUESTIONS_LOOKED_AT])

    def _most_frequent_on(self, questions: models.QuerySet) -> Self:
        asked = self.filter(question_items__content_object__in=questions)
        return asked.annotate(shared=Count("question_items")).order_by("-shared", "name_key", "pk")

    def alphabetical(self) -> Self:
        """From A to Z without regard to case."""
        return self.order_by("name_key", "pk")

    def named(self, name: str) -> Self:
        """The topic of this name or alias, however it is capitalised: none or one."""
        key = name_key(name)
        return self.filter(Q(name_key=key) | Q(aliases__name_key=key)).distinct()


class Topic(Slugged, Keyed, Imported, TagBase):
    """What a question is about."""

    name = models.CharField(
        max_length=100,
        help_text="A subject in two or three words, in the words of the trade. Kinds (behavioral …) are no topics.",
    )
    name_key = KeyField(source="name", normal=name_key)
    description = models.TextField(
        blank=True, help_text="Two sentences: what interviewers look for under this topic. Shown at the top of its page."
    )
    phrases = models.TextField(
        blank=True,
        help_text="Words and short phrases, one a line, that give the topic away in a question: “diverse” for diversity. "
        "Imported questions without a topic get theirs from these; too common a word tags too much.",
    )

    reserved_slugs = frozenset(PAGES_OF_A_ROLE)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"], name="topic_name_unique", violation_error_message="There is a topic of this name already."
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=PAGES_OF_A_ROLE),
                name="topic_slug_not_reserved",
                violation_error_message="A page of every role has this address. Add a word: “feed-services”.",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        alias = TopicAlias.objects.filter(name_key=name_key(self.name)).exclude(topic=self.pk).select_related("topic").first()
        if alias:
            raise ValidationError(
                {"name": f"“{alias.name}” is an alias of the topic “{alias.topic}”. Use that topic, or remove the alias."}
            )

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    def slug_names(self) -> list[str]:
        return [self.name]

    @property
    def phrase_list(self) -> list[str]:
        return [one_line(line) for line in self.phrases.splitlines() if line.strip()]


class TopicAlias(Keyed):
    """Another name of a topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100, help_text="Guides and visitors who say this mean the topic.")
    name_key = KeyField(source="name", normal=name_key)

    class Meta:
        verbose_name = "alias"
        verbose_name_plural = "aliases"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"], name="topic_alias_unique", violation_error_message="A topic has this alias already."
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        key = name_key(self.name)
        # Its own topic may be getting a new name in the same form: the old one may then become an alias, the new one may not.
        own = getattr(self, "topic", None)
        taken = own if own and name_key(own.name) == key else None
        topic = taken or Topic.objects.filter(name_key=key).exclude(pk=self.topic_id).first()
        if topic:
            raise ValidationError({"name": f"There is a topic named “{topic}”. An alias must be no topic's own name."})


class QuestionTopic(ItemBase):
    """That a question is about a topic."""

    # Indexes of their own would repeat the beginnings of those below.
    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="question_items", verbose_name="topic", db_index=False)
    content_object = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="topic_items", db_index=False)

    natural_key_fields: list[Any] = []

    class Meta:
        verbose_name = "topic of a question"
        verbose_name_plural = "topics of questions"
        ordering = ["pk"]
        indexes = [models.Index(fields=["content_object", "tag"], name="question_topics")]
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"],
                name="question_topic_once",
                violation_error_message="The question has this topic already.",
            )
        ]
