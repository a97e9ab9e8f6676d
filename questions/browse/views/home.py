from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.models import Field, Question, Role, Topic

FEATURED = 6
NEWEST = 6
TOPICS = 12


def home(request: HttpRequest) -> HttpResponse:
    featured = list(Role.objects.published().featured().with_question_count().select_related("group").alphabetical()[:FEATURED])
    explained = Question.objects.published().explained()
    context = {
        "fields": Field.objects.public(),
        "featured": featured,
        "topics": Topic.objects.most_asked_in(featured)[:TOPICS],
        "specimen": explained.filter(role_questions__role__in=featured).newest().first(),
        "newest": Question.objects.published().newest().with_topics()[:NEWEST],
    }
    return render(request, "home.html", context)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")
