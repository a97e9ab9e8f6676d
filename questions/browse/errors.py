"""The calm pages for what is not there, no longer there, or broken."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from questions.models import Question, Role

from .neighbours import neighbours_of

OFFERED = 6


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Rendered without the request, of which a part cannot be read: its form, or its host.

    Django's own page for it looks for the form's token once more, and fails where the form is what is wrong.
    """
    return HttpResponse(render_to_string("400.html"), status=400)


def gone(request: HttpRequest, thing: Model) -> HttpResponse:
    """410 for a retired ``thing`` (a role or a question), with what stands nearest to it."""
    nearest: list[Role] = []
    if isinstance(thing, Role):
        nearest = neighbours_of(thing, OFFERED // 2)
    elif isinstance(thing, Question):
        nearest = list(Role.objects.published().asking(thing).alphabetical()[:OFFERED])
    return render(request, "410.html", {"thing": thing, "nearest": nearest}, status=410)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request, so without anything that may ask the database."""
    return HttpResponse(render_to_string("500.html"), status=500)
