from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept
from questions.models import Field, Question, Role, Topic

from .. import linked_data
from ..rows import with_topic_names

FEATURED = 6
GROUPS_OF_A_FIELD = 5
NEWEST = 4
TOPICS = 12


@kept()
def home(request: HttpRequest) -> HttpResponse:
    featured = list(Role.objects.published().featured().with_question_count().select_related("group").alphabetical()[:FEATURED])
    topics = Topic.objects.most_asked_in(featured) if featured else Topic.objects.most_asked_lately()
    questions = Question.objects.published().to_answer()
    context = {
        "linked_data": linked_data.of_home(request),
        "featured": featured,
        "specimen": questions.explained().for_role(featured[0]).first() if featured else None,
        "topics": topics[:TOPICS],
        "fields": Field.objects.public().with_largest_groups(GROUPS_OF_A_FIELD),
        "newest": with_topic_names(questions.newest()[:NEWEST]),
    }
    return render(request, "home.html", context)


@kept()
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")
