"""All topics from A to Z, and one topic across roles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept
from questions.caching.questions import opened
from questions.models import Question, ResourceLink, Role, Topic

from .. import linked_data
from ..finding import find, keeps_addresses
from ..pages import by_letter, counted_page_of
from ..stretches import stretch_about

TOPICS_A_PAGE = 120
QUESTIONS_A_PAGE = 30
ROLES = 12
RELATED = 8
LINKS = 6


@kept("page")
def topics(request: HttpRequest) -> HttpResponse:
    page = counted_page_of(request, Topic.objects.public().alphabetical(), TOPICS_A_PAGE)
    return render(request, "topics.html", {"page": page, "filters": {}, "letters": by_letter(page, "name_key")})


@kept("older")
@keeps_addresses
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = find(Topic.objects.public(), slug)
    roles = list(Role.objects.published().asking_most_about(topic, ROLES + 1))
    stretch = stretch_about(topic, Question.objects.published(), QUESTIONS_A_PAGE, older=request.GET.get("older"))
    questions = opened(stretch.keys)
    context = {
        "topic": topic,
        "linked_data": linked_data.of_topic(request, topic),
        "filters": {},
        "aliases": topic.aliases.all(),
        "roles": roles[:ROLES],
        "more_roles": len(roles) > ROLES,
        "related": Topic.objects.related_to(topic)[:RELATED],
        "links": ResourceLink.objects.published().about(topic)[:LINKS],
        "stretch": stretch,
        "questions": [questions[key] for key in stretch.keys if key in questions],
    }
    return render(request, "topic.html", context)
