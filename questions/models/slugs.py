"""Addresses: the one place where slugs are made, kept and remembered."""

from collections.abc import Iterator
from copy import copy
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

MAX_SLUG = 200


def slug_of(text: str) -> str:
    """``text`` as a slug: ASCII where the script has an ASCII form, else the script's own letters; "item" for no letters."""
    return (slugify(text) or slugify(text, allow_unicode=True) or "item")[: MAX_SLUG - 20].strip("-")


def free_slug(names: Iterator[str] | list[str], taken: "set[str] | SlugRegister") -> str:
    """The first slug that is free, taking one more of ``names`` each time, then numbers: title, title-group, title-group-2."""
    parts: list[str] = []
    for name in names:
        parts.append(slug_of(name))
        slug = "-".join(parts)[:MAX_SLUG].strip("-")
        if slug not in taken:
            return slug
    base = "-".join(parts)[: MAX_SLUG - 8].strip("-")
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


class SlugRegister:
    """``slug in register``: whether the slug may not be given away.

    The model uses it now, used it once (an old link must never change its meaning), or leaves it to another page.
    """

    def __init__(self, model: "type[Slugged]", exclude_pk: Any = None) -> None:
        self.model = model
        self.exclude_pk = exclude_pk

    def __contains__(self, slug: str) -> bool:
        if slug in self.model.reserved_slugs:
            return True
        used = self.model._base_manager.filter(slug=slug).exclude(pk=self.exclude_pk).exists()
        return used or FormerSlug.objects.filter(kind=self.model.kind(), slug=slug).exists()


class Slugged(models.Model):
    """A thing with an address of its own. The slug is made once from ``slug_names()`` and stays on rename.

    An editor may still change it by hand: the old one is then remembered and redirects.
    """

    slug = models.SlugField(
        "address",
        max_length=MAX_SLUG,
        unique=True,
        blank=True,
        allow_unicode=True,
        error_messages={"unique": "Another page has this address already. Add a word that tells the two apart."},
        help_text="The last part of the page's address. Leave it empty to have one made; if you change it, old links still work.",
    )

    # Words of addresses where the site has a page of its own.
    reserved_slugs: ClassVar[frozenset[str]] = frozenset()
    _loaded_slug: str | None = None

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._slug_before() or free_slug(self.slug_names(), SlugRegister(type(self), self.pk))
        super().save(*args, **kwargs)
        before = self._slug_before()
        if before and before != self.slug:
            FormerSlug.objects.remember(self.kind(), before, self.slug)
        self._loaded_slug = self.slug

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        instance = super().from_db(*args, **kwargs)
        instance._loaded_slug = instance.__dict__.get("slug")
        return instance

    def clean(self) -> None:
        super().clean()
        taken = FormerSlug.objects.filter(kind=self.kind(), slug=self.slug).exclude(current=self._slug_before())
        if self.slug and taken.exists():
            raise ValidationError(
                {"slug": "This address once led to another page and still redirects there. Choose another one."}
            )

    @classmethod
    def kind(cls) -> str:
        """What former slugs of this model are filed under."""
        return cls._meta.model_name or ""

    def slug_names(self) -> list[str]:
        """The names a slug is made of, the later ones only to solve collisions."""
        raise NotImplementedError

    def address_now(self) -> str:
        """Where visitors find it, also while a form that is not saved has changed or emptied ``slug``."""
        stored = copy(self)
        stored.slug = self._slug_before() or self.slug
        return stored.get_absolute_url()

    def _slug_before(self) -> str:
        return self._loaded_slug or ""


class FormerSlugManager(models.Manager):
    def remember(self, kind: str, old: str, current: str) -> None:
        """From now on ``old`` redirects to ``current``, and so does everything that redirected to ``old``."""
        self.filter(kind=kind, slug=current).delete()
        self.filter(kind=kind, current=old).update(current=current)
        self.update_or_create(kind=kind, slug=old, defaults={"current": current})

    def current_for(self, kind: str, slug: str) -> str | None:
        return self.filter(kind=kind, slug=slug).values_list("current", flat=True).first()


class FormerSlug(models.Model):
    """An address that moved: ``kind`` is the model's name, ``current`` the slug to redirect to."""

    kind = models.CharField(max_length=20, help_text="What the address is one of: field, group, role or topic, in this spelling.")
    slug = models.CharField(
        max_length=MAX_SLUG, help_text="The last part of the old address. Links and bookmarks out there still lead to it."
    )
    current = models.CharField(
        max_length=MAX_SLUG,
        help_text="The last part of the address to go to now. If there is none of this name, visitors get “not found”.",
    )

    objects = FormerSlugManager()

    class Meta:
        ordering = ["kind", "slug", "pk"]
        indexes = [models.Index(fields=["kind", "current"], name="former_slug_current")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "slug"],
                name="former_slug_unique",
                violation_error_message="This old address redirects already.",
            ),
            models.CheckConstraint(
                condition=~models.Q(slug=models.F("current")),
                name="former_slug_moves",
                violation_error_message="An address cannot redirect to itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.slug} → {self.current}"
