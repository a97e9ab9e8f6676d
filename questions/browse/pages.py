"""Pages of a list, whatever the visitor's ``page`` says: no number is the first page, too large a number the last."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def page_of(request: HttpRequest, things: "QuerySet[Any] | Sequence[Any]", size: int) -> Page:
    """The page of ``things`` that ``?page=`` asks for, ``size`` things a page."""
    return Paginator(things, size).get_page(request.GET.get("page"))


def counted_page_of(request: HttpRequest, things: "QuerySet[Any]", size: int) -> Page:
    """The same for things that are counted for: first the keys of the page, then its rows alone.

    In one query the database counts for every row it skips on the way to the page.
    """
    page = page_of(request, things.values_list("pk", flat=True), size)
    rows = things.in_bulk(list(page))
    page.object_list = [rows[key] for key in page if key in rows]
    return page


def by_letter(things: Iterable[Any], key: str) -> list[tuple[str, list[Any]]]:
    """``things``, sorted by their attribute ``key``, under the first letter of it; figures and signs share one heading."""
    letters: dict[str, list[Any]] = {}
    for thing in things:
        first = getattr(thing, key)[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(thing)
    return list(letters.items())
