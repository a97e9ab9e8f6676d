"""Search, and what it suggests while somebody types."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control

from questions.caching.replica import made_of_the_bank
from questions.models import Role, Topic
from questions.search import Query, otherwise, search
from questions.search.spelling import nearest_roles, nearest_topics
from questions.search.suggesting import suggestions

from .. import rows
from ..facets import Facets
from ..filters import SearchFilter
from ..pages import page_of

ROLES = 8
TOPICS = 8
LINKS = 5
QUESTIONS_A_PAGE = 20


@made_of_the_bank
def results(request: HttpRequest) -> HttpResponse:
    asked = SearchFilter.read(request.GET)
    found = search(asked.get("q", ""))
    found = found or otherwise(found)
    facets = Facets(found, asked)
    roles = facets.roles.read_from(rows.ROLES)
    page = page_of(request, facets.questions.read_from(rows.questions), QUESTIONS_A_PAGE)
    first = page.number == 1
    context = {
        "query": asked.get("q", ""),
        "found": found,
        "filters": asked,
        "facets": facets,
        "roles": roles[:ROLES] if first else [],
        "more_roles": len(roles) > ROLES and first,
        "topics": found.topics.read_from(rows.TOPICS)[:TOPICS] if first and not facets.chosen else [],
        "links": found.links[:LINKS] if first and not facets.chosen else [],
        "page": page,
    }
    if asked.get("q") and not found:
        context |= _instead(found.query)
    return render(request, "search.html", context)


def _instead(query: Query) -> dict[str, Any]:
    """Where nothing is found: roles and topics with names ``alike``, and if there are none, some to begin with."""
    near = {
        "nearest_roles": nearest_roles(query).read_from(rows.ROLES)[:ROLES],
        "nearest_topics": nearest_topics(query).read_from(rows.TOPICS)[:TOPICS],
    }
    if any(near.values()):
        return near | {"alike": True}
    roles = Role.objects.select_related("group").with_question_count()
    featured = roles.published().featured().alphabetical()[:ROLES]
    return {
        "nearest_roles": featured or roles.published().alphabetical()[:ROLES],
        "nearest_topics": Topic.objects.with_question_count().most_asked_lately()[:TOPICS],
    }


@cache_control(public=True, max_age=60)
@made_of_the_bank
def suggest(request: HttpRequest) -> JsonResponse:
    """JSON for the search box: ``{"suggestions": [{"name", "kind", "url", "detail"}]}``, at most eight."""
    typed = SearchFilter.read(request.GET).get("q", "")
    found = [
        {
            "name": str(thing),
            "kind": gettext("Role") if isinstance(thing, Role) else gettext("Topic"),
            "url": thing.get_absolute_url(),
            "detail": name or (str(thing.group) if isinstance(thing, Role) else ""),
        }
        for thing, name in suggestions(typed)
    ]
    return JsonResponse({"suggestions": found})
