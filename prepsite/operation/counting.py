"""Counts every request and how long it took, where somebody asks for ``/metrics``; else it costs nothing."""

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class Counted:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed("Nobody asks.")
        from .metrics import count  # which stands on a library that nothing else needs

        self.get_response = get_response
        self.count = count

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = perf_counter()
        response = self.get_response(request)
        self.count(request.path_info, response.status_code, request.META.get("prepsite.page", ""), perf_counter() - started)
        return response
