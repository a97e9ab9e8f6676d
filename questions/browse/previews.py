"""A public page for a few eyes: as visitors would see it, but kept by no cache and found by no search engine."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.questions import opened
from questions.editorial.previewing import Preview, keys_of, links_of
from questions.models import Question, ResourceLink, Role
from questions.vocabulary import LinkKind

from .contents import contents_of
from .neighbours import neighbours_of
from .outline import Outline
from .pages import page_of

ROLES = 24
QUESTIONS_A_PAGE = 50
NEIGHBOURS_A_SIDE = 3


def previewed(request: HttpRequest, shown: Preview, **banner: Any) -> HttpResponse:
    """The page of what is ``shown``, under a banner that says ``banner``: note, and for editors link and expires."""
    if isinstance(shown.thing, Question):
        return unlisted(render(request, "admin/revisions/preview_question.html", _question(shown) | banner))
    return unlisted(render(request, "admin/revisions/preview_role.html", _role(request, shown) | banner))


def unlisted(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _question(shown: Preview) -> dict[str, Any]:
    asking = Role.objects.published().filter(pk__in=keys_of(shown.snapshot["roles"]))
    roles = list(asking.select_related("group__field").alphabetical()[: ROLES + 1])
    return {
        "question": shown.thing,
        "trail": [roles[0].group.field, roles[0].group, roles[0]] if len(roles) == 1 else [],
        "roles": roles[:ROLES],
        "more_roles": len(roles) > ROLES,
    }


def _role(request: HttpRequest, shown: Preview) -> dict[str, Any]:
    """The role's own texts as in the snapshot, and its questions as they are public now."""
    role = shown.thing
    outline = Outline(role)
    page = page_of(request, outline.places, QUESTIONS_A_PAGE)
    return {
        "role": role,
        "trail": [role.group.field, role.group],
        "also_called": role.titles.all(),
        "outline": outline,
        "contents": contents_of(outline.sections, page, {}),
        "sections": outline.sections_between(page.start_index() - 1, page.end_index(), opened) if outline.places else [],
        "filters": {},
        "page": page,
        "links": _by_kind(links_of(shown.snapshot)),
        "neighbours": neighbours_of(role, NEIGHBOURS_A_SIDE),
    }


def _by_kind(links: list[ResourceLink]) -> list[tuple[str, list[ResourceLink]]]:
    order = list(LinkKind)
    ordered = sorted(links, key=lambda link: order.index(LinkKind(link.kind)))
    return [(LinkKind(kind).label, list(group)) for kind, group in groupby(ordered, key=lambda link: link.kind)]
