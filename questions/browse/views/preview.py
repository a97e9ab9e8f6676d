"""A draft shown to a colleague who has the link, and no account."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from questions.editorial.previewing import ExpiredError, UnknownError, shown_by

from ..previews import previewed, unlisted


def preview(request: HttpRequest, token: str) -> HttpResponse:
    try:
        shown = shown_by(token)
    except ExpiredError:
        return unlisted(render(request, "admin/revisions/preview_expired.html", status=410))
    except UnknownError:
        raise Http404("no such preview") from None
    return previewed(request, shown, note="An editor sent you this link. What you see may still change.")
