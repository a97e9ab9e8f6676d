"""Two roles compared: choosing the other one, and what is new to somebody who knows the first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from questions.browse import rows
from questions.browse.filters import SearchFilter
from questions.browse.finding import find, keeps_addresses
from questions.browse.neighbours import neighbours_of
from questions.browse.pages import page_of
from questions.caching.kept import kept
from questions.caching.questions import opened
from questions.models import Role
from questions.search import search

from ..overlap import Overlap, OverlapFilter
from ..picking import MOST_ON_A_SHEET, sheet_of

FOUND = 20
NEAREST = 8
NEIGHBOURS_A_SIDE = 4
QUESTIONS_A_PAGE = 30


@kept(passing=["q"])
@keeps_addresses
def role_compare(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    query = SearchFilter.read(request.GET).get("q", "")
    others = Role.objects.published().select_related("group").with_question_count()
    found = search(query).roles.among(Role.objects.exclude(pk=role.pk)).read_from(rows.ROLES)
    context = {
        "role": role,
        "trail": [role.group.field, role.group, role],
        "query": query,
        "found": found[:FOUND],
        "more_found": len(found) > FOUND,
        "nearest": others.sharing_most_with(role, NEAREST),
        "neighbours": neighbours_of(role, NEIGHBOURS_A_SIDE),
    }
    return render(request, "practice/compare.html", context)


@kept("show", "page")
@keeps_addresses
def role_overlap(request: HttpRequest, slug: str, other_slug: str) -> HttpResponse:
    known = find(Role.objects.select_related("group__field"), slug)
    wanted = find(Role.objects.select_related("group__field"), other_slug, "other_slug")
    if known == wanted:
        return redirect(known)
    asked = OverlapFilter.read(request.GET)
    overlap = Overlap(known, wanted, shared="show" in asked)
    places = overlap.outline.places
    page = page_of(request, places, QUESTIONS_A_PAGE)
    context = {
        "known": known,
        "wanted": wanted,
        "trail": [known.group.field, known.group, known],
        "overlap": overlap,
        "contents": [(section, section.first // QUESTIONS_A_PAGE + 1, total) for section, total in overlap.sections],
        "sections": overlap.outline.sections_between(page.start_index() - 1, page.end_index(), opened) if places else [],
        "sheet": sheet_of(place.question_id for place in places[:MOST_ON_A_SHEET]),
        "shared": "show" in asked,
        "filters": asked,
        "page": page,
    }
    return render(request, "practice/overlap.html", context)
