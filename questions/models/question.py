"""Questions, their guidance, and their place in roles."""

from django.db import models
from django.urls import reverse
from taggit.managers import TaggableManager

from questions.normal import question_key
from questions.vocabulary import Kind, Level, Source, Status

from .catalogue import Role
from .imports import Imported
from .keys import Keyed, KeyField
from .question_queries import QuestionQuerySet, RoleQuestionQuerySet
from .states import Reviewed, Stated, one_of, scheduled, times
from .topic import QuestionTopic, Topic


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
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        help_text="The question this one was found to repeat; its page redirects there.",
    )
    compared_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When its text was last compared with the others; empty: not since it changed.",
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
        # Of the bank as a whole: they hold for roles and links as well.
        permissions = [
            ("edit_all", "Can edit what others wrote"),
            ("publish", "Can publish, retire and merge"),
            ("import", "Can import guides and tables"),
        ]
        indexes = [
            models.Index(fields=["kind", "status"], name="question_kind_status"),
            # With the times, so that what is public is counted and listed off the index alone.
            models.Index(fields=["status", "-id", "publish_at", "retire_at"], name="question_newest"),
            models.Index(fields=["id"], condition=models.Q(compared_at=None), name="question_not_compared"),
            models.Index(fields=["reviewed_on"], name="question_reviewed"),
            *times("question"),
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
            models.CheckConstraint(
                condition=models.Q(merged_into=None)
                | (models.Q(status=Status.RETIRED.value) & ~models.Q(merged_into=models.F("id"))),
                name="question_merged_is_retired",
                violation_error_message="A question merged into another one is retired. Take the merge back first.",
            ),
            *scheduled("question"),
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
    level = models.CharField(
        max_length=8,
        choices=Level.choices(),
        help_text="How much experience the answer comes from. One of each, and only where the three differ.",
    )
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
