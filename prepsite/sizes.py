"""How much one request may bring: what is too large is refused before a byte of it is read.

A server reads the head of a request first, and the head says how long the rest is. What does not say it is refused too:
browsers always do, and Django would take such a form for an empty one.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

# What stands in a form around its file: other fields, names, boundaries.
AROUND = 500_000  # bytes


def takes_files[View: Callable[..., Any]](largest: int) -> Callable[[View], View]:
    """Mark a view that takes a file of at most ``largest`` bytes. Others take as much as a form without files may hold."""

    def marked(view: View) -> View:
        view.largest = largest  # type: ignore[attr-defined]
        return view

    return marked


class Sizes:
    """Stands before whatever looks into what was sent: the check of the CSRF token is the first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if "HTTP_TRANSFER_ENCODING" in request.META:
            said = "Say how long it is: this site takes nothing without a Content-Length.\n"
            return HttpResponse(said, status=411, content_type="text/plain; charset=utf-8")
        largest = getattr(view, "largest", 0)
        most = largest + AROUND if largest else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if length_of(request) <= most:
            return None
        refusal = render(request, "413.html", {"most": (largest or most) / 1_000_000}, status=413)
        add_never_cache_headers(refusal)
        return refusal


def length_of(request: HttpRequest) -> int:
    """Bytes the request says it brings. What is no number is none to Django either, which then reads nothing."""
    said = request.META.get("CONTENT_LENGTH") or ""
    # Python refuses to read numbers of thousands of digits; eighteen are already a million terabytes.
    return int(said[:18]) if said.isascii() and said.isdecimal() else 0
