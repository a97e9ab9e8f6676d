"""Links worth following."""

from collections.abc import Iterable
from typing import Any, Self

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from questions.normal import url_key
from questions.vocabulary import LinkKind, Status, Word

from .catalogue import Role
from .imports import Imported
from .keys import Keyed, KeyField
from .states import Stated, StatusQuerySet, one_of, public, scheduled, times
from .topic import Topic


class CheckState(Word):
    """What the last look at a link found."""

    UNCHECKED = "unchecked", "Not checked"
    OK = "ok", "Works"
    UNSURE = "unsure", "Unsure"
    DEAD = "dead", "Dead"


class LinkTopic(ItemBase):
    """That a link is about a topic."""

    # Its own index would repeat the beginning of another one below.
    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="link_items", verbose_name="topic", db_index=False)
    content_object = models.ForeignKey("questions.ResourceLink", on_delete=models.CASCADE, related_name="topic_items")

    natural_key_fields: list[Any] = []

    class Meta:
        verbose_name = "topic of a link"
        verbose_name_plural = "topics of links"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"],
                name="link_topic_once",
                violation_error_message="The link has this topic already.",
            )
        ]


def public_link(path: str = "") -> Q:
    """That visitors see the link at ``path`` at this moment: as ``public``, and not found dead."""
    return public(path) & ~Q(**{f"{path}__check_state" if path else "check_state": CheckState.DEAD})


class ResourceLinkQuerySet(StatusQuerySet):
    def published(self) -> Self:
        """What visitors see now: a dead link is not shown until it works again or leads elsewhere."""
        return self.filter(public_link())

    def for_role(self, role: Role) -> Self:
        """The role's links in the role's own order."""
        return self.filter(role_links__role=role).order_by("role_links__position", "role_links__pk")

    def about(self, topic: Topic) -> Self:
        return self.filter(topic_items__tag=topic)

    def with_topics(self) -> Self:
        return self.prefetch_related("topics")

    def by_kind(self) -> Self:
        return self.order_by("kind", "title", "pk")


class ResourceLink(Keyed, Stated, Imported):
    """An http or https address worth following."""

    title = models.CharField(max_length=200, help_text="What the page calls itself, shortened. Never “click here”.")
    url = models.URLField(
        "address",
        max_length=2000,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="Starts with https:// or http://. One address stands in the bank once, for any number of roles.",
    )
    url_key = KeyField(source="url", normal=url_key, max_length=2000)
    kind = models.CharField(
        max_length=16,
        choices=LinkKind.choices(),
        default=LinkKind.OTHER,
        help_text="What a visitor gets there. The page of links is divided by it; under “Other” few look.",
    )
    note = models.CharField(max_length=500, blank=True, help_text="One sentence: what it is good for before an interview.")
    check_state = models.CharField(max_length=10, choices=CheckState.choices(), default=CheckState.UNCHECKED, editable=False)
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When an editor last opened it and found that it works."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    topics = TaggableManager(
        through=LinkTopic,
        ordering=["name", "pk"],
        blank=True,
        related_name="links",
        help_text="Topics it helps to prepare for: it stands on their pages. One or two; a link for all of them helps with none.",
    )
    roles = models.ManyToManyField(Role, through="RoleLink", related_name="links")

    objects = ResourceLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "resource link"
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["status", "kind", "title"], name="link_status_kind_title"), *times("link")]
        constraints = [
            models.UniqueConstraint(
                fields=["url_key"],
                name="link_url_unique",
                violation_error_message="The bank has this address already. Add the role to that link.",
            ),
            models.CheckConstraint(
                condition=Q(url__istartswith="http://") | Q(url__istartswith="https://"),
                name="link_url_http",
                violation_error_message="The address must start with http:// or https://.",
            ),
            one_of("status", Status, "link_status_known"),
            one_of("kind", LinkKind, "link_kind_known"),
            one_of("check_state", CheckState, "link_check_state_known"),
            *scheduled("link"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        columns = None if update_fields is None else set(update_fields)
        if self._leads_elsewhere(columns):
            # What was found at the old address says nothing about the new one: a link mended by hand shows again at once.
            self.check_state, self.checked_at, self.opened_at = CheckState.UNCHECKED, None, None
            columns = columns and columns | {"check_state", "checked_at", "opened_at"}
        super().save(*args, update_fields=columns, **kwargs)

    def get_absolute_url(self) -> str:
        return f"{reverse('resources')}?kind={self.kind}"

    def _leads_elsewhere(self, columns: set[str] | None) -> bool:
        """Whether a save of ``columns`` (None: all) gives a row of the bank another address.

        It asks the bank, since not everybody who saves a row has read it before: imports have not.
        """
        written = "url" in (self.__dict__ if columns is None else columns)
        if not written or self.pk is None:
            return False
        return type(self)._base_manager.filter(pk=self.pk).exclude(url_key=url_key(self.url)).exists()


class RoleLink(models.Model):
    """A link's place in a role."""

    # Its own index would repeat the beginning of another one below.
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="role_links", db_index=False)
    link = models.ForeignKey(ResourceLink, on_delete=models.CASCADE, related_name="role_links")
    position = models.PositiveIntegerField(default=0, help_text="Smaller numbers come first.")

    class Meta:
        verbose_name = "link of a role"
        verbose_name_plural = "links of roles"
        ordering = ["role", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "link"], name="role_link_once", violation_error_message="The role has this link already."
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} · {self.link}"


class LinkCheck(models.Model):
    """One look at a link: what was found at ``at``. The last few of each link are kept."""

    link = models.ForeignKey(ResourceLink, on_delete=models.CASCADE, related_name="checks", db_index=False)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=CheckState.choices())
    http_status = models.PositiveSmallIntegerField(null=True, blank=True)
    detail = models.CharField(max_length=300, blank=True, help_text="What went wrong, or where it led, in words.")

    class Meta:
        verbose_name = "check of a link"
        verbose_name_plural = "checks of links"
        ordering = ["link", "-at", "-pk"]
        indexes = [models.Index(fields=["link", "-at", "-id"], name="link_check_last")]
        constraints = [one_of("state", CheckState, "link_check_known")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}: {self.get_state_display()}"
