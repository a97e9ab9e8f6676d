"""Counts in words, and links from one admin page to the filtered list of another."""

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def plural(model: type[Model], count: int) -> str:
    """``count`` with the model's name: "1 question", "1,200 questions"."""
    name = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
    return f"{count:,} {name}"


def list_link(model: type[Model], count: int, text: str = "", **filters: object) -> SafeString:
    """A link "12 questions" (or ``text``) to the list of ``model`` under ``filters``."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", query=filters)
    return format_html('<a href="{}">{}</a>', address, text or plural(model, count))
