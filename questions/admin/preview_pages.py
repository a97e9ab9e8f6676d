"""The preview of a question or a role for staff: the public page, with what is not public yet."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format

from questions.browse.previews import previewed
from questions.editorial.previewing import PREVIEWED, UnknownError, expires_on, preview, token_for
from questions.models import Revision

from .choices import LONGEST_KEY
from .things import address_of


class PreviewPages(admin.ModelAdmin):
    """A page ``<key>/preview/`` for things that have a public page of their own; ``?revision=`` takes a revision's key."""

    @property
    def previewed(self) -> bool:
        return self.opts.model_name in PREVIEWED

    def get_urls(self) -> list[URLPattern]:
        name = f"questions_{self.opts.model_name}_preview"
        address = path("<path:object_id>/preview/", self.admin_site.admin_view(self.preview_view), name=name)
        return [address, *super().get_urls()] if self.previewed else super().get_urls()

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        thing = self.bare_object(object_id)
        if thing is None:
            raise Http404(object_id)
        if not self.has_view_permission(request, thing):
            raise PermissionDenied
        revision = self._asked(request, thing)
        try:
            shown = preview(self.model, thing.pk, revision.number if revision else None)
        except UnknownError:
            raise Http404(object_id) from None
        token = token_for(thing, shown.number)
        return previewed(
            request,
            shown,
            note=_note(revision, shown.number),
            public=shown.live and thing.is_published,
            link=request.build_absolute_uri(reverse("preview", args=[token])),
            expires=expires_on(),
            edit=address_of(thing, "change"),
        )

    def bare_object(self, object_id: str) -> Any:
        """The thing as it is in the bank, or None: ``get_object`` may put a pending revision into it."""
        try:
            return self.model._default_manager.filter(pk=unquote(object_id)).first()
        except (ValueError, ValidationError, OverflowError):
            return None

    def _asked(self, request: HttpRequest, thing: Any) -> Revision | None:
        asked = request.GET.get("revision", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > LONGEST_KEY:
            raise Http404(asked)
        return get_object_or_404(Revision.objects.of(thing), pk=asked)


def _note(revision: Revision | None, number: int) -> str:
    if revision is None:
        return f"As it is in the bank now: revision {number}." if number else "As it is in the bank now."
    day = date_format(timezone.localtime(revision.created_at), "DATE_FORMAT")
    said = revision.get_state_display().lower()
    return f"Revision {revision.number}, saved on {day} by {revision.author_name or 'the machine'}: {said}."
