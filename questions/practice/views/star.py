from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept

from ..printing import foot_of
from ..story import EXAMPLE, PARTS


@kept()
def star(request: HttpRequest) -> HttpResponse:
    return render(request, "practice/star.html", {"example": EXAMPLE, "parts": PARTS, "foot": foot_of(request)})
