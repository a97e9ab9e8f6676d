"""What editors leave behind: revisions of questions, roles and links, and pairs of questions that look alike.

Revisions are a ledger. They point to things by kind and key, not by a foreign key, so that they outlive what they speak of,
and the database refuses to rewrite what one says (migration 0004).
"""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from questions.vocabulary import Status, Word

from .question import Question
from .states import one_of

if TYPE_CHECKING:
    from .states import Stated


class RevisionState(Word):
    """What became of a revision. Only an accepted one has ever been the thing's live content."""

    PENDING = "pending", "Waits for a publisher"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Sent back"
    REPLACED = "replaced", "Replaced by a later one"


class ThingKind(Word):
    """The models that keep revisions, by the name Django knows them by."""

    QUESTION = "question", "Question"
    ROLE = "role", "Role"
    LINK = "resourcelink", "Resource link"


class RevisionQuerySet(models.QuerySet):
    def of(self, thing: "Stated") -> Self:
        """The revisions of ``thing``, the newest first."""
        return self.filter(kind=thing._meta.model_name, thing=thing.pk).order_by("-number")

    def pending(self) -> Self:
        return self.filter(state=RevisionState.PENDING)

    def accepted(self) -> Self:
        return self.filter(state=RevisionState.ACCEPTED)


class Revision(models.Model):
    """The whole content of a thing as somebody saved it: ``number`` counts from 1 for each thing.

    ``base`` is the number of the revision its author had before them, 0 for none.
    """

    kind = models.CharField(max_length=12, choices=ThingKind.choices())
    thing = models.BigIntegerField()
    number = models.PositiveIntegerField()
    base = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=RevisionState.choices(), default=RevisionState.ACCEPTED.value)
    title = models.CharField(max_length=200)
    snapshot = models.JSONField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    author_name = models.CharField("by", max_length=150, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField("saved", default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    decided_by_name = models.CharField("decided by", max_length=150, blank=True)
    decided_at = models.DateTimeField("decided", null=True, blank=True)
    decision = models.CharField("what was said to it", max_length=300, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(state="pending"), name="revision_waiting"),
            models.Index(fields=["author", "decided_at"], condition=Q(state="declined"), name="revision_sent_back"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing", "number"],
                name="revision_number_once",
                violation_error_message="Somebody saved this at the same moment. Look at what they changed, then save again.",
            ),
            models.UniqueConstraint(
                fields=["kind", "thing"],
                condition=Q(state="pending"),
                name="revision_pending_once",
                violation_error_message="A pending revision waits already. Go on from that one.",
            ),
            one_of("kind", ThingKind, "revision_kind_known"),
            one_of("state", RevisionState, "revision_state_known"),
            models.CheckConstraint(
                condition=Q(base__lt=F("number")),
                name="revision_after_its_base",
                violation_error_message="A revision comes after the one it was made from.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.number}"

    @property
    def is_pending(self) -> bool:
        return self.state == RevisionState.PENDING


class NearDuplicateQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Pairs nobody has looked at yet, of questions that are not retired, the most alike first."""
        retired = Q(first__status=Status.RETIRED) | Q(second__status=Status.RETIRED)
        return self.filter(dismissed_at=None).exclude(retired).order_by("-similarity", "pk")


class NearDuplicate(models.Model):
    """That two questions read much alike; ``first`` has the smaller key. Dismissed: an editor said they are two."""

    first = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="alike_after", db_index=False)
    second = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="alike_before")
    similarity = models.FloatField(help_text="From 0 (nothing in common) to 1 (the same words).")
    found_at = models.DateTimeField(default=timezone.now)
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )

    objects = NearDuplicateQuerySet.as_manager()

    class Meta:
        verbose_name = "pair of similar questions"
        verbose_name_plural = "pairs of similar questions"
        ordering = ["-similarity", "pk"]
        indexes = [models.Index(fields=["-similarity", "id"], condition=Q(dismissed_at=None), name="near_duplicate_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="near_duplicate_once", violation_error_message="This pair is known already."
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="near_duplicate_ordered",
                violation_error_message="The first question of a pair is the older one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"
