"""Questions, their guidance, and their place in roles."""

from typing import Self

from django.db import models
from django.db.models import Count, Prefetch
from django.urls import reverse
from taggit.managers import TaggableManager

from questions.normal import question_key
from questions.vocabulary import Kind, Level, Source, Status

from .catalogue import Role
from .counting import QUESTIONS_LOOKED_AT, count_of
from .imports import Imported
from .keys import Keyed, KeyField
from .states import Reviewed, Stated, StatusQuerySet, one_of
from .topic import QuestionTopic, Topic


class QuestionQuerySet(StatusQuerySet):
    def for_role(self, role: Role) -> Self:
        """The role's questions in the role's own order."""
        return self.filter(role_questions__role=role).order_by("role_questions__position", "role_questions__pk")

    def about(self, topic: Topic) -> Self:
        return self.filter(topic_items__tag=topic)

    def newest_about(self, topic: Topic) -> Self:
        """Questions about ``topic``, the newest first, read off the topic's index: ``newest`` would sort all it has."""
        return self.about(topic).order_by("-topic_items__content_object_id")

    def to_ask(self) -> Self:
        """Questions for the candidate to ask the employer."""
        return self.filter(kind=Kind.TO_ASK)

    def to_answer(self) -> Self:
        """Questions the interviewer asks."""
        return self.exclude(kind=Kind.TO_ASK)

    def most_asked_in(self, roles: models.QuerySet[Role]) -> Self:
        """Questions of ``roles`` with ``asked``, the number of those roles; those of most come first. Keep the roles few."""
        asked = self.filter(role_questions__role__in=roles)
        return asked.annotate(asked=Count("role_questions")).order_by("-asked", "pk")

    def most_asked_lately(self) -> Self:
        """The newest thousand of these questions with ``asked``, the number of their roles; those of most come first."""
        newest = self.newest().values("pk")[:QUESTIONS_LOOKED_AT]
        counted = self.filter(pk__in=newest).annotate(asked=count_of(RoleQuestion.objects.all(), by="question"))
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
        """Questions with topics, follow-ups and benchmarks fetched: four queries, however many questions."""
        return self.prefetch_related("topics", "follow_ups", "benchmarks")

    def with_counts(self) -> Self:
        """Each question with ``role_count`` and ``topic_count``."""
        return self.annotate(
            role_count=count_of(RoleQuestion.objects.all(), by="question"),
            topic_count=count_of(QuestionTopic.objects.all(), by="content_object"),
        )

    def with_public_roles(self) -> Self:
        """Questions with ``public_role_questions``: their places in published roles."""
        places = RoleQuestion.objects.filter(role__status=Status.PUBLISHED).select_related("role__group")
        return self.prefetch_related(Prefetch("role_questions", places, to_attr="public_role_questions"))


class Question(Keyed, Stated, Reviewed, Imported):
    """One interview question; its text is stored once, whatever roles ask it."""

    text = models.CharField(
        max_length=1000, help_text="As the interviewer says it, one question at a time. Probes belong to the follow-ups."
    )
    text_key = KeyField(source="text", normal=question_key, max_length=32)
    kind = models.CharField(
        max_length=12,
        choices=Kind.choices(),
        default=Kind.GENERAL,
        help_text="Its form, not its subject. Behavioral asks what you did, situational what you would do.",
    )
    purpose = models.TextField(blank=True, help_text="Why it is asked: what the interviewer learns from the answer (Markdown).")
    points = models.TextField(blank=True, help_text="What a good answer covers: three to six points, as a list (Markdown).")
    pitfalls = models.TextField(
        blank=True, help_text="What marks an answer down. Be specific; “be honest” helps nobody (Markdown)."
    )
    source_kind = models.CharField(
        "source", max_length=12, choices=Source.choices(), default=Source.WRITTEN, help_text="How it came into the bank."
    )
    source_name = models.CharField(
        max_length=200, blank=True, help_text="Whom to thank: a guide, a library, a person. Visitors see it beside the question."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    topics = TaggableManager(
        through=QuestionTopic,
        ordering=["name", "pk"],
        blank=True,
        related_name="questions",
        help_text="What it is about: one to three topics.",
    )
    roles = models.ManyToManyField(Role, through="RoleQuestion", related_name="questions")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["kind", "status"], name="question_kind_status"),
            models.Index(fields=["status", "-id"], name="question_newest"),
            models.Index(fields=["reviewed_on"], name="question_reviewed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["text_key"],
                name="question_text_unique",
                violation_error_message="The bank has this question already. Add the role to that one instead.",
            ),
            one_of("status", Status, "question_status_known"),
            one_of("kind", Kind, "question_kind_known"),
            one_of("source_kind", Source, "question_source_known"),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("question", args=[self.pk])

    @property
    def has_guidance(self) -> bool:
        return bool(self.purpose or self.points or self.pitfalls)


class FollowUp(models.Model):
    """A probe: what the interviewer asks next."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="follow_ups")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=1000, help_text="The interviewer's next question when the first answer stays thin.")

    class Meta:
        verbose_name = "follow-up"
        ordering = ["question", "position", "pk"]

    def __str__(self) -> str:
        return self.text


class Benchmark(models.Model):
    """What a good answer sounds like at one seniority."""

    # Its own index would repeat the beginning of another one below.
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="benchmarks", db_index=False)
    level = models.CharField(max_length=8, choices=Level.choices())
    text = models.TextField(help_text="What good sounds like from someone at this level, in a sentence or two (Markdown).")

    class Meta:
        ordering = [
            "question",
            models.Case(*(models.When(level=level, then=number) for number, level in enumerate(Level)), default=9),
            "pk",
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "level"],
                name="benchmark_level_once",
                violation_error_message="The question has a benchmark for this level already.",
            ),
            one_of("level", Level, "benchmark_level_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.text}"


class RoleQuestionQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Places of published questions, in the role's own order."""
        return self.filter(question__status=Status.PUBLISHED).order_by("role", "position", "pk")


class RoleQuestion(models.Model):
    """A question's place in a role: its position, and the topic heading it stands under there."""

    # Its own index would repeat the beginning of another one below.
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="role_questions", db_index=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="role_questions")
    position = models.PositiveIntegerField(default=0, help_text="Smaller numbers come first.")
    section = models.ForeignKey(
        Topic,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        # Looked up only when a topic is deleted, and written with every row: not worth an index.
        db_index=False,
        related_name="+",
        help_text="The topic heading it stands under on the role's page. Empty lets the page choose among its topics.",
    )

    objects = RoleQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "question of a role"
        verbose_name_plural = "questions of roles"
        ordering = ["role", "position", "pk"]
        indexes = [models.Index(fields=["role", "position", "id"], name="role_question_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "question"],
                name="role_question_once",
                violation_error_message="The role has this question already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} · {self.question}"
