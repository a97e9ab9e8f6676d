"""Finding the thing an address names, and the calm answers when it moved, left, or never was."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve, reverse

from questions.models import FormerSlug, Question

from .errors import gone


class Moved(Exception):  # noqa: N818 - an answer, as Http404 is
    """The thing has another slug, or key, now: ``argument`` of the address is to become ``slug``."""

    def __init__(self, argument: str, slug: str) -> None:
        super().__init__(slug)
        self.argument = argument
        self.slug = slug


class Gone(Exception):  # noqa: N818
    """``thing`` was published and is retired."""

    def __init__(self, thing: Model) -> None:
        super().__init__(thing)
        self.thing = thing


def find(things: QuerySet, slug: str, argument: str = "slug") -> Any:
    """The one of ``things`` at ``slug``; raises Moved, Gone or Http404. ``argument`` is the slug's name in the address."""
    return only(things.filter(slug=slug), slug, argument)


def only(at_slug: QuerySet, slug: str, argument: str = "slug") -> Any:
    """The one thing of ``at_slug``, those at ``slug``; as for ``find``."""
    for thing in at_slug:
        return visible(thing)
    current = FormerSlug.objects.current_for(at_slug.model.kind(), slug)
    raise Moved(argument, current) if current else Http404(slug)


def unmerged(question: Question) -> Question:
    """``question``, unless it was merged into another one: raises Moved, then."""
    if question.merged_into_id:
        raise Moved("pk", str(question.merged_into_id))
    return question


def visible(thing: Any) -> Any:
    """``thing`` if visitors may see it; raises Gone for a retired one, Http404 for any other that has a status."""
    if getattr(thing, "is_retired", False):
        raise Gone(thing)
    if not getattr(thing, "is_published", True):
        raise Http404(str(thing))
    return thing


def keeps_addresses(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let ``view`` answer Moved with a lasting redirect that keeps the query string, and Gone with the page for it."""

    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        try:
            return view(request, **address)
        except Moved as moved:
            name = resolve(request.path_info).view_name
            path = reverse(name, kwargs={**address, moved.argument: moved.slug})
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
        except Gone as left:
            return gone(request, left.thing)

    return answer
