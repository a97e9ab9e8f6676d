"""Status, and the one place that says what the public may see."""

from typing import Self

from django.db import models

from questions.vocabulary import Status, Word


class StatusQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

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

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def is_retired(self) -> bool:
        return self.status == Status.RETIRED


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
