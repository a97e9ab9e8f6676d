"""Telling an editor what a verb did to the things they chose, and what it could not and why."""

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from questions.editorial.publishing import Outcome

from .links import link_to, plural

MOST_NAMED = 10


def tell(admin: ModelAdmin, request: HttpRequest, outcome: Outcome, done: str, model: Any = None) -> None:
    """Messages on ``outcome``; ``done`` is the verb: "Published"."""
    model = model or admin.model
    had = f" {outcome.already:,} had it already." if outcome.already else ""
    if outcome.done or not outcome.refused:
        level = messages.SUCCESS if outcome.done else messages.WARNING
        admin.message_user(request, f"{done}: {plural(model, len(outcome.done))}.{had}", level)
    by_reason: dict[str, list[Any]] = defaultdict(list)
    for thing, why in outcome.refused:
        by_reason[why].append(thing)
    for why, things in by_reason.items():
        said = format_html("Not {}: {}. Reason: {}.", done.lower(), _named(things), why)
        admin.message_user(request, said, messages.ERROR)


def _named(things: list[Any]) -> SafeString:
    links = format_html_join(", ", "{}", [(link_to(thing),) for thing in things[:MOST_NAMED]])
    more = len(things) - MOST_NAMED
    return format_html("{} and {} more", links, more) if more > 0 else links
