"""The editors' queue: taking in what visitors send, and settling it.

Whatever settles a message wipes the contact and the name on it, in the same transaction.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from questions.models import Message, Question, RoleQuestion
from questions.models.inbox import LONGEST_TEXT, MessageKind, MessageState
from questions.normal import question_key
from questions.vocabulary import Source

from . import throttle
from .duplicates.noting import MOST_AT_ONCE, compare_waiting
from .revisions import created
from .throttle import NotNow

DAY = dt.timedelta(days=1)
# What all visitors together may have waiting: more than any team reads, and at 20 kB for the longest no more than 10 MB a
# day and 100 MB in all, however many addresses a flood comes from.
MOST_A_DAY = 500
MOST_WAITING = 5_000

type Messages = models.QuerySet | Iterable[Message]


class Full(NotNow):
    """The queue takes no more from anybody."""


@dataclass
class Accepted:
    """What became of suggestions: new drafts; those the bank ``had`` already, each with its question; reports left alone."""

    drafts: list[Question] = field(default_factory=list)
    had: list[tuple[Message, Question]] = field(default_factory=list)
    reports: list[Message] = field(default_factory=list)


def receive(message: Message, *, address: str) -> None:
    """Put ``message`` into the queue; raises NotNow when its sender has sent too many, Full when everybody has."""
    today = Count("pk", filter=Q(created_at__gt=timezone.now() - DAY))
    waiting = Message.objects.waiting().aggregate(all=Count("pk"), today=today)
    # Counted without a lock: a few more may slip in at the same instant, which does no harm to a bound on disk space.
    if waiting["today"] >= MOST_A_DAY or waiting["all"] >= MOST_WAITING:
        raise Full(DAY)
    throttle.admit(address)
    message.save()


def handle(messages: Messages, *, by: AbstractBaseUser, reason: str = "") -> int:
    """Say that something was done about ``messages``, or answered; how many of them were still waiting."""
    return len(_settle(messages, by, MessageState.HANDLED, "Handled.", _noting(reason)))


def dismiss(messages: Messages, *, by: AbstractBaseUser, reason: str = "") -> int:
    """Say that nothing will be done about ``messages``, and why; how many of them were still waiting."""
    return len(_settle(messages, by, MessageState.DISMISSED, "Dismissed.", _noting(reason)))


def _noting(reason: str) -> Callable[[Message], bool]:
    """Agrees to settle any message, and writes ``reason`` below what colleagues noted on it."""

    def noted(message: Message) -> bool:
        # Where both do not fit, the end counts: why it was settled.
        message.note = f"{message.note}\n{reason}".strip()[-LONGEST_TEXT:]
        return True

    return noted


def accept(messages: Messages, *, by: AbstractBaseUser) -> Accepted:
    """Make a draft of each suggestion among ``messages`` that is still waiting, placed last in its role if it has one.

    One whose question the bank has already keeps waiting, and so does a report. What reads much like a draft is noted.
    """
    accepted = Accepted()

    def drafted(message: Message) -> bool:
        if message.kind != MessageKind.SUGGESTION:
            accepted.reports.append(message)
            return False
        question, is_new = _draft_of(message, by)
        if not is_new:
            accepted.had.append((message, question))
            return False
        said = f"Accepted from suggestion {message.pk}."
        created(Question, [question.pk], by=by, reason=said)
        LogEntry.objects.log_actions(by.pk, [question], ADDITION, said)
        message.question = question
        accepted.drafts.append(question)
        return True

    _settle(messages, by, MessageState.ACCEPTED, "Accepted as draft.", drafted)
    compare_waiting(MOST_AT_ONCE, among=[question.pk for question in accepted.drafts])
    return accepted


def _settle(
    messages: Messages,
    by: AbstractBaseUser,
    state: MessageState,
    said: str,
    prepare: Callable[[Message], bool] = lambda message: True,
) -> list[Message]:
    """Bring those of ``messages`` that wait, and that ``prepare`` agrees to, into ``state``; which these were."""
    throttle.forget()
    keys = [message.pk for message in messages]
    with transaction.atomic():
        # Locked, so that two editors cannot make two drafts of one suggestion.
        waiting = Message.objects.waiting().filter(pk__in=keys).order_by("pk").select_for_update()
        settled = [message for message in waiting if prepare(message)]
        for message in settled:
            message.state = state
            message.contact = message.thanks = ""
            message.settled_at = timezone.now()
            message.settled_by_id = by.pk
            message.save()
        LogEntry.objects.log_actions(by.pk, settled, CHANGE, said)
    return settled


def _draft_of(message: Message, by: AbstractBaseUser) -> tuple[Question, bool]:
    """The question of a suggestion, and whether it was made just now; the bank holds each text once.

    The draft is the one of whoever accepts it: an author goes on with it.
    """
    values = {
        "text": message.text,
        "purpose": message.guidance,
        "source_kind": Source.SUGGESTED,
        "source_name": message.thanks,
        "created_by_id": by.pk,
    }
    question, is_new = Question.objects.get_or_create(text_key=question_key(message.text), defaults=values)
    if is_new and message.role_id:
        places = RoleQuestion.objects.filter(role_id=message.role_id)
        last = places.aggregate(last=Max("position"))["last"] or 0
        RoleQuestion.objects.create(role_id=message.role_id, question=question, position=last + 1)
    return question, is_new
