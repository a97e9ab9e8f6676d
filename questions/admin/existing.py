"""Telling an editor where the thing is that they are about to enter a second time."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html


def refuse_double(instance: Model, column: str, value: str, message: str) -> None:
    """Raise ValidationError, with a link to the other row, if another one has ``value`` in the key column ``column``."""
    other = type(instance)._default_manager.filter(**{column: value}).exclude(pk=instance.pk).first()
    if other:
        opts = instance._meta
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[other.pk])
        link = format_html('<a href="{}" target="_blank">{}</a>', address, other)
        raise ValidationError(format_html("{} {}", message, link), code="unique")
