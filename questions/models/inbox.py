"""What visitors send the editors: problem reports and suggested questions, in a queue. Nothing of it is public."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_noop

from questions.vocabulary import Word

from .catalogue import Role
from .question import Question
from .states import one_of
from .topic import Topic

LONGEST_TEXT = 2_000  # characters
LONGEST_QUESTION = 1_000  # as in the bank
LONGEST_NAME = 160


class MessageKind(Word):
    REPORT = "report", "Problem report"
    SUGGESTION = "suggestion", "Suggested question"


class MessageState(Word):
    """Waiting, or settled in one of the other ways."""

    WAITING = "waiting", "Waiting"
    HANDLED = "handled", "Handled"
    ACCEPTED = "accepted", "Accepted as draft"
    DISMISSED = "dismissed", "Dismissed"


class Fault(Word):
    """What a report says is wrong."""

    OUT_OF_DATE = "out-of-date", gettext_noop("Out of date")
    UNCLEAR = "unclear", gettext_noop("Hard to understand")
    WRONG = "wrong", gettext_noop("Wrong or harmful")
    DUPLICATE = "duplicate", gettext_noop("The same as another question")
    BROKEN_LINK = "broken-link", gettext_noop("A link that does not work")
    OTHER = "other", gettext_noop("Something else")


class MessageQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(state=MessageState.WAITING)


class Message(models.Model):
    """A report or a suggestion, as a visitor sent it; ``note`` and what follows is the editors'.

    ``question``, ``role`` and ``topic`` say what it is about; an accepted suggestion has the draft it became as its question.
    """

    kind = models.CharField(max_length=12, choices=MessageKind.choices())
    fault = models.CharField("what is wrong", max_length=12, choices=Fault.choices(), blank=True)
    text = models.TextField()
    guidance = models.TextField("why it is asked, what a good answer covers", blank=True)
    question = models.ForeignKey(Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    role = models.ForeignKey(Role, on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    topic = models.ForeignKey(Topic, on_delete=models.SET_NULL, null=True, blank=True, related_name="messages")
    role_name = models.CharField("role we do not have", max_length=LONGEST_NAME, blank=True)
    # Personal data: kept until the message is settled and not a moment longer. The database holds us to it.
    contact = models.CharField("answer to", max_length=LONGEST_NAME, blank=True)
    thanks = models.CharField("name to thank", max_length=LONGEST_NAME, blank=True)
    licensed = models.BooleanField("given under CC BY 4.0", default=False)
    created_at = models.DateTimeField("received", default=timezone.now)

    state = models.CharField(max_length=12, choices=MessageState.choices(), default=MessageState.WAITING.value)
    note = models.TextField(
        "editors' note",
        max_length=LONGEST_TEXT,
        blank=True,
        help_text="For colleagues: what was done or answered, or why it was dismissed. Never shown to visitors.",
    )
    settled_at = models.DateTimeField("settled", null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "message from a visitor"
        verbose_name_plural = "messages from visitors"
        # The newest waiting first, then the last settled.
        ordering = [F("settled_at").desc(nulls_first=True), "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="message_state_received")]
        constraints = [
            one_of("kind", MessageKind, "message_kind_known"),
            one_of("state", MessageState, "message_state_known"),
            models.CheckConstraint(
                condition=Q(kind=MessageKind.REPORT.value, fault__in=[fault.value for fault in Fault])
                | Q(kind=MessageKind.SUGGESTION.value, fault=""),
                name="message_fault_known",
                violation_error_message="A report says what is wrong, in one of the words for it; a suggestion does not.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MessageKind.SUGGESTION.value) | Q(licensed=True),
                name="message_suggestion_licensed",
                violation_error_message="A suggestion needs the consent to its licence.",
            ),
            models.CheckConstraint(
                condition=Q(state=MessageState.WAITING.value, settled_at=None)
                | Q(~Q(state=MessageState.WAITING.value), settled_at__isnull=False, contact="", thanks=""),
                name="message_settled_forgets_people",
                violation_error_message="A settled message has a time, and keeps neither contact nor name.",
            ),
            models.CheckConstraint(
                condition=Q(
                    LessThanOrEqual(Length("text"), LONGEST_TEXT),
                    LessThanOrEqual(Length("guidance"), LONGEST_TEXT),
                    LessThanOrEqual(Length("note"), LONGEST_TEXT),
                    LessThanOrEqual(Length("role_name"), LONGEST_NAME),
                    LessThanOrEqual(Length("contact"), LONGEST_NAME),
                    LessThanOrEqual(Length("thanks"), LONGEST_NAME),
                ),
                name="message_texts_short",
                violation_error_message="One of the texts is too long.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MessageKind.SUGGESTION.value) | Q(LessThanOrEqual(Length("text"), LONGEST_QUESTION)),
                name="message_suggestion_fits",
                violation_error_message="A suggested question is longer than a question of the bank may be.",
            ),
        ]

    def __str__(self) -> str:
        # Without its text: histories keep this name for good, also of what was deleted for a reason.
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == MessageState.WAITING


class Sending(models.Model):
    """That someone sent a message just now. ``sender`` is no address but a keyed hash of one; rows are kept for a day."""

    sender = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["sender", "at"], name="sending_sender"),
            models.Index(fields=["at"], name="sending_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
