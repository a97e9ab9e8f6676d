"""Every public address of the site, with something that is there; a new one fails until it stands here."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.pages.banks import Bank

CONVERTER = re.compile(r"<[^>]+>")
EXPRESSION = re.compile(r"\(\?P(<\w+>)[^()]*\)|[$^]")


def public_patterns(module: str = "") -> list[str]:
    """Every pattern outside /admin/, as its parts are written, whose view comes from a ``module`` that begins so.

    Those of another language are the same ones again.
    """
    return [whole for whole, pattern in _below(get_resolver().url_patterns) if pattern.callback.__module__.startswith(module)]


def _below(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        whole = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern.url_patterns, whole)
        elif not whole.startswith("admin/"):
            yield whole, pattern


def filled_in(pattern: str, bank: Bank) -> str:
    """An address that ``pattern`` matches, of a thing of ``bank`` where that is possible."""
    slug = bank.role.group.field.slug
    if pattern.startswith("groups/"):
        slug = bank.role.group.slug
    elif pattern.startswith("roles/"):
        slug = bank.role.slug
    elif pattern.startswith("topics/"):
        slug = bank.topic.slug
    values = {
        "<name:slug>": slug,
        "<name:topic_slug>": bank.topic.slug,
        "<name:other_slug>": "archivist",
        "<slug:format>": "csv",
        "<slug:section>": "roles",
        "<int:number>": "0",
        "<int:pk>": str(bank.question.pk),
        "<str:token>": "nobody-made-this",
        "<uidb36>": "1",
        "<key>": "nobody-made-this",
    }
    return "/" + CONVERTER.sub(lambda found: values[found[0]], EXPRESSION.sub(r"\1", pattern))
