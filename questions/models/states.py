"""Status, and the one place that says what the public may see."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from questions.vocabulary import Status, Word

_stand_in: ContextVar[dt.datetime | None] = ContextVar("stand_in", default=None)


def this_moment() -> dt.datetime:
    """Now; while a query is prepared, what stands for it there."""
    return _stand_in.get() or timezone.now()


@contextmanager
def stand_in_for_now(moment: dt.datetime) -> Iterator[None]:
    token = _stand_in.set(moment)
    try:
        yield
    finally:
        _stand_in.reset(token)


def public(path: str = "") -> Q:
    """That visitors see the thing at ``path`` ("question", "content_object") at this moment: published, its time come and
    not over. A late timer cannot show a thing too early or too long.
    """
    name, now = f"{path}__" if path else "", this_moment()
    begun = Q(**{f"{name}publish_at": None}) | Q(**{f"{name}publish_at__lte": now})
    lasting = Q(**{f"{name}retire_at": None}) | Q(**{f"{name}retire_at__gt": now})
    return Q(**{f"{name}status": Status.PUBLISHED}) & begun & lasting


class StatusQuerySet(models.QuerySet):
    def published(self) -> Self:
        """What visitors see now."""
        return self.filter(public())

    def retired(self) -> Self:
        return self.filter(status=Status.RETIRED)


class Stated(models.Model):
    """A thing with a status."""

    status = models.CharField(
        max_length=12,
        choices=Status.choices(),
        default=Status.DRAFT,
        help_text="Visitors see published things only. A retired one answers “no longer here”.",
    )
    publish_at = models.DateTimeField(
        "public from", null=True, blank=True, help_text="Published, but shown from this moment only. Empty: at once."
    )
    retire_at = models.DateTimeField(
        "public until", null=True, blank=True, help_text="Taken off by itself at this moment. Empty: never."
    )
    revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="The number of the accepted revision that is live; 0 before the first."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Whose draft it is: authors change their own.",
    )

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        """Whether visitors see it now."""
        now = timezone.now()
        begun = self.publish_at is None or self.publish_at <= now
        return self.status == Status.PUBLISHED and begun and not self._is_over(now)

    @property
    def is_retired(self) -> bool:
        return self.status == Status.RETIRED or (self.status == Status.PUBLISHED and self._is_over(timezone.now()))

    def _is_over(self, now: dt.datetime) -> bool:
        return self.retire_at is not None and self.retire_at <= now


class Reviewed(models.Model):
    """A thing that people look over now and then."""

    reviewed_on = models.DateField(
        "last reviewed",
        null=True,
        blank=True,
        help_text="The day someone last read it with care. Visitors see it; an old date tells them to be careful.",
    )
    reviewed_by = models.CharField(
        max_length=120, blank=True, help_text="Who did, as visitors may read it: a name, or a team. Empty shows the date alone."
    )

    class Meta:
        abstract = True


def one_of(column: str, words: type[Word], name: str) -> models.CheckConstraint:
    """A constraint that ``column`` holds one of ``words``, with a message for people."""
    allowed = ", ".join(word.label.lower() for word in words)
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": [word.value for word in words]}),
        name=name,
        violation_error_message=f"The {column} must be one of: {allowed}.",
    )


def scheduled(name: str) -> list[models.CheckConstraint]:
    """That the times of the things called ``name`` make sense: only what is published has them, and from comes before until."""
    unscheduled = Q(publish_at=None, retire_at=None)
    in_order = Q(publish_at=None) | Q(retire_at=None) | Q(publish_at__lt=models.F("retire_at"))
    return [
        models.CheckConstraint(
            condition=Q(status=Status.PUBLISHED.value) | unscheduled,
            name=f"{name}_times_of_published",
            violation_error_message="Only what is published has times from and until which it is public.",
        ),
        models.CheckConstraint(
            condition=in_order,
            name=f"{name}_from_before_until",
            violation_error_message="“Public until” must come after “public from”.",
        ),
    ]


def times(name: str) -> list[models.Index]:
    """Indexes of when the things called ``name`` come and go: few have such times, and every page asks for the next."""
    return [
        models.Index(fields=[column], condition=Q(**{f"{column}__isnull": False}), name=f"{name}_{column}")
        for column in ("publish_at", "retire_at")
    ]
