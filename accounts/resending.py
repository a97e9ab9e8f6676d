"""What somebody sends is not lost where it could not be saved: it comes back in a form that sends it once more."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache

from prepsite.operation.outages import disk_is_full
from questions.browse.views import inbox

log = logging.getLogger(__name__)
PAUSE = 30  # seconds after which a program may try again


@never_cache
def offer(request: HttpRequest) -> HttpResponse:
    """A page that holds all that was typed, except passwords and files, and leads to the sign-in beside it.

    Only for what a page of ours has sent: the button below it sends with a fresh token.
    """
    return render(request, "account/session_ended.html", {"typed": typed_in(request), "files": request.FILES}, status=403)


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form that was sent, without its token and passwords."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in values
    ]


class NotSaved:
    """Answers a form that the database could not take (its disk is full, it is being restarted) with all that was typed.

    The token of the form was looked at before, so it is a page of ours that sent it. A form with a password goes the way of
    all errors: there is no writing it again for somebody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, OperationalError) or request.method != "POST":
            return None
        if any("password" in name for name in request.POST):
            return None
        log.error("a form could not be saved: %s", request.path, exc_info=error)
        # Without the request, so without anything that may ask the database.
        shown = {
            "typed": typed_in(request),
            "files": request.FILES,
            "full": disk_is_full(error),
            "csrf_token": get_token(request),
        }
        page = render_to_string("not_saved.html", shown)
        return HttpResponse(page, status=503, headers={"Retry-After": str(PAUSE), "Cache-Control": "no-store"})


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form gets that was sent without the token of its page (CSRF_FAILURE_VIEW).

    Signing in makes a new token. A form of the desk from before is told from another site's doing by its Origin, which
    browsers send with every form and no page can choose.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if ours and request.path.startswith(reverse("admin:index")):
        return offer(request)
    return inbox.forged(request, reason)
