"""What search engines are told: robots.txt, and an index of sitemaps that stays quick at a million addresses.

A part holds the things with the keys of one range. So nothing counts or skips rows to find where a part begins (which is how
Django's own sitemaps do it: theirs took 9 s for the index), a new question changes the last part alone, and crawlers, who see
in the index when each part changed, leave the others be. The addresses are those without a language: pages name their
variants themselves.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.db.models import DateTimeField, F, Max, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape

from questions.caching.kept import kept
from questions.models import Field, Group, Question, Role, Topic

KEYS_A_PART = 10_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Entry = tuple[str, datetime | None]


class Pages:
    """The pages that stand alone, by the names of their addresses. One part."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def parts(self) -> list[tuple[int, datetime | None]]:
        return [(0, None)]

    def entries(self, part: int) -> list[Entry]:
        return [(reverse(name), None) for name in self.names] if part == 0 else []


@dataclass(frozen=True)
class Things:
    """Pages of ``things()``: the name of their address, the column it takes, and the one that says when a thing changed."""

    things: Callable[[], QuerySet]
    address: str
    column: str = "slug"
    modified: str = ""

    def parts(self) -> list[tuple[int, datetime | None]]:
        """The numbers of the parts that hold something, and when something in each last changed, where that is known."""
        numbered = self.things().order_by().annotate(part=(F("pk") - 1) / KEYS_A_PART)
        if self.modified:
            return list(numbered.values_list("part").annotate(Max(self.modified)).order_by("part"))
        return [(part, None) for part in numbered.values_list("part", flat=True).distinct().order_by("part")]

    def entries(self, part: int) -> list[Entry]:
        first = part * KEYS_A_PART + 1
        things = self.things().filter(pk__gte=first, pk__lt=first + KEYS_A_PART).order_by("pk")
        # One look into the table of addresses serves all: ten times quicker than one each.
        before, _, after = reverse(self.address, args=["0"]).rpartition("0")
        modified = F(self.modified) if self.modified else Value(None, DateTimeField())
        rows = things.annotate(modified=modified).values_list(self.column, "modified")
        return [(f"{before}{quote(str(value))}{after}", changed) for value, changed in rows]


SECTIONS: dict[str, Pages | Things] = {
    "pages": Pages("home", "roles", "topics", "resources", "star", "about"),
    "fields": Things(Field.objects.public, "field"),
    "groups": Things(Group.objects.public, "group"),
    "roles": Things(Role.objects.published, "role", modified="updated_at"),
    "topics": Things(Topic.objects.public, "topic"),
    "questions": Things(Question.objects.published, "question", column="pk", modified="updated_at"),
}


@kept()
def index(request: HttpRequest) -> HttpResponse:
    """The parts of all sections. A query a section."""
    parts = (
        (reverse("sitemap_part", args=[name, number]), modified)
        for name, section in SECTIONS.items()
        for number, modified in section.parts()
    )
    return _xml(request, "sitemapindex", "sitemap", parts)


@kept()
def part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """The addresses of one part. One query."""
    entries = SECTIONS[section].entries(number) if section in SECTIONS else []
    if not entries:
        raise Http404(f"{section} {number}")
    return _xml(request, "urlset", "url", entries)


@kept()
def robots(request: HttpRequest) -> HttpResponse:
    prefixes = ["" if code == settings.LANGUAGE_CODE else f"/{code}" for code, _ in settings.LANGUAGES]
    return render(request, "robots.txt", {"prefixes": prefixes}, content_type="text/plain; charset=utf-8")


def _xml(request: HttpRequest, outer: str, inner: str, entries: Iterable[Entry]) -> HttpResponse:
    site = request.build_absolute_uri("/").removesuffix("/")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{outer} xmlns="{NAMESPACE}">']
    for path, modified in entries:
        changed = f"<lastmod>{modified.isoformat(timespec='seconds')}</lastmod>" if modified else ""
        lines.append(f"<{inner}><loc>{escape(site + path)}</loc>{changed}</{inner}>")
    lines.append(f"</{outer}>\n")
    return HttpResponse("\n".join(lines), content_type="application/xml", headers={"X-Robots-Tag": "noindex"})
