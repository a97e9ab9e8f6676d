"""The language of the interface, and that of the bank's own texts where the two differ."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def content_lang() -> str:
    """``<h1 dir="auto"{% content_lang %}>``: the ``lang`` of a text of the bank, where the page around it has another."""
    if get_language() == settings.CONTENT_LANGUAGE:
        return ""
    return format_html(' lang="{}"', settings.CONTENT_LANGUAGE)


@register.simple_tag(takes_context=True)
def languages(context: template.Context) -> list[dict[str, Any]]:
    """This page in each language of the interface: ``code``, ``name``, ``path`` and whether it is the ``current`` one."""
    request = context.get("request")
    if request is None:
        return []
    current = get_language()
    plain = request.path_info.removeprefix(_prefix(current))
    root = get_script_prefix().removesuffix("/")
    return [
        {"code": code, "name": name, "path": f"{root}{_prefix(code)}{plain}", "current": code == current}
        for code, name in settings.LANGUAGES
    ]


def _prefix(code: str | None) -> str:
    return "" if code == settings.LANGUAGE_CODE else f"/{code}"
