"""Asking the site for a page, in process and past its middleware: what that adds is for servers and visitors."""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, resolve
from django.utils.encoding import iri_to_uri
from django.utils.translation import override

from questions.browse import errors

from .addresses import Address


class Visit(HttpRequest):
    """A visit to ``path`` of the site at ``site``, by nobody in particular."""

    def __init__(self, site: str, path: str, query: str = "") -> None:
        super().__init__()
        self.origin = urlsplit(site)
        self.method = "GET"
        self.path_info = path
        self.path = f"{get_script_prefix()}{path.removeprefix('/')}"
        self.META = {"QUERY_STRING": iri_to_uri(query) or ""}
        self.GET = QueryDict(query)

    def get_host(self) -> str:
        return self.origin.netloc

    def _get_scheme(self) -> str:
        return self.origin.scheme


def ask(site: str, address: Address) -> HttpResponseBase:
    with override(address.language):
        visit = Visit(site, address.path, address.query)
        visit.resolver_match = found = resolve(visit.path_info)
        try:
            return found.func(visit, *found.args, **found.kwargs)
        except Http404:
            return HttpResponse(status=404)


def ask_for_nothing(site: str, language: str, path: str) -> HttpResponse:
    """The page for what is not there."""
    with override(language):
        return errors.not_found(Visit(site, path))
