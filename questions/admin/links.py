"""Counts in words, and links from one admin page to the filtered list of another."""

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator


def plural(model: type[Model], count: int) -> str:
    """``count`` with the model's name: "1 question", "1,200 questions"."""
    name = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
    return f"{count:,} {name}"


def list_link(model: type[Model], count: int, text: str = "", **filters: object) -> SafeString:
    """A link "12 questions" (or ``text``) to the list of ``model`` under ``filters``."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", query=filters)
    return format_html('<a href="{}">{}</a>', address, text or plural(model, count))


def link_to(thing: Model) -> SafeString:
    """A link, under the beginning of its name, to the admin page of ``thing``."""
    address = reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])
    return format_html('<a href="{}">{}</a>', address, Truncator(str(thing)).chars(80))
