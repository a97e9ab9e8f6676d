"""Markdown in templates."""

from django import template
from django.utils.safestring import SafeString

from questions.markdown import to_html, to_text

register = template.Library()


@register.filter
def prose(text: str, under: int = 2) -> SafeString:
    """``{{ role.description|prose:2 }}``: Markdown as HTML, its headings below a heading of that level."""
    return to_html(text, under)


@register.filter
def plain(text: str) -> str:
    """``{{ field.description|plain }}``: Markdown as one line of plain text."""
    return to_text(text)
