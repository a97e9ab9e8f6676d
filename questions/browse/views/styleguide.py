"""Every component on the real stylesheet, for whoever changes one. It exists where DEBUG is on and nowhere else."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ..palette import colour_tokens, pairs
from ..samples import sample_bank


def styleguide(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404("The style guide is for development.")
    return render(request, "styleguide.html", {"colours": colour_tokens(), "pairs": pairs(), **sample_bank()})
