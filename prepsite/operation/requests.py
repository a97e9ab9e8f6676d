"""A name for each request, by which its lines in every log are found."""

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}")
# What is answered in this thread: the request's id, and the request.
current: ContextVar[tuple[str, HttpRequest] | None] = ContextVar("current", default=None)


class RequestIds:
    """Says the id in ``X-Request-ID``. A proxy of ours (``BEHIND_PROXY``) may give it; from others none is taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
        name = given if WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
        before = current.set((name, request))
        try:
            response = self.get_response(request)
        finally:
            current.reset(before)
        # For the access log, which gunicorn writes when the answer is sent.
        request.META["prepsite.request"] = name
        response.headers["X-Request-ID"] = name
        return response
