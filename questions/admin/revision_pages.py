"""The History page of a question, role or link: its revisions, to compare and to go back to, and what was done to it."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from questions.editorial.rights import may_edit, may_publish
from questions.models import Revision
from questions.models.editorial import RevisionState

from .preview_pages import PreviewPages
from .things import address_of

A_PAGE = 50
ACTIONS = 20  # the latest of what Django's own log says


class RevisionHistory(PreviewPages):
    """For the admins of questions, roles and links, before their other bases: our History page, and the preview."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        thing = self.bare_object(object_id)
        if thing is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_permission(request, thing):
            raise PermissionDenied
        revisions = Revision.objects.of(thing).defer("snapshot")
        page = Paginator(revisions, A_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"History: {thing}",
            "thing": thing,
            "page": page,
            "rows": _rows(list(page), thing, may_edit(request.user, thing) or may_publish(request.user)),
            "actions": self._actions(thing),
            "preview": address_of(thing, "preview") if self.previewed else "",
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/revisions/history.html", context)

    def _actions(self, thing: Any) -> list[LogEntry]:
        kind = ContentType.objects.get_for_model(self.model)
        found = LogEntry.objects.filter(content_type=kind, object_id=str(thing.pk)).select_related("user")
        return list(found.order_by("-action_time", "-pk")[:ACTIONS])


def _rows(revisions: list[Revision], thing: Any, may_change: bool) -> list[dict[str, Any]]:
    """Each revision with what the page offers for it; the form starts with the two newest chosen."""
    return [
        {
            "revision": revision,
            "live": revision.number == thing.revision,
            "can_go_back": may_change and revision.number != thing.revision and revision.state != RevisionState.PENDING,
            "new_chosen": place == 0,
            "old_chosen": place == 1,
        }
        for place, revision in enumerate(revisions)
    ]
