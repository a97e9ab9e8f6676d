from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.search import search

from ..filters import SearchFilter
from ..pages import page_of

ROLES = 8
TOPICS = 8
QUESTIONS_A_PAGE = 20


def results(request: HttpRequest) -> HttpResponse:
    asked = SearchFilter.read(request.GET)
    found = search(asked.get("q", ""))
    page = page_of(request, found.questions.with_topics(), QUESTIONS_A_PAGE)
    roles = list(found.roles.select_related("group").with_question_count()[: ROLES + 1]) if page.number == 1 else []
    context = {
        "query": asked.get("q", ""),
        "filters": asked,
        "roles": roles[:ROLES],
        "more_roles": len(roles) > ROLES,
        "topics": found.topics[:TOPICS] if page.number == 1 else [],
        "page": page,
    }
    return render(request, "search.html", context)
