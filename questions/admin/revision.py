"""Revisions as a list: the queue of what waits for a publisher, and what was saved lately. To read; nothing here is edited."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.editorial import waiting
from questions.models import Revision
from questions.models.editorial import RevisionState, ThingKind

from .comparing_pages import ComparePages
from .filters import WordFilter
from .reverting_pages import RevertPages
from .things import address_of, kinds_seen_by, thing_of

# The list sorts, filters and searches these; what waits is an index of its own, and a thing's history has all of its own.
LATEST = 20_000


class RevisionStateFilter(WordFilter):
    title = "state"
    parameter_name = "state"
    words = RevisionState


class RevisionKindFilter(WordFilter):
    title = "kind"
    parameter_name = "kind"
    words = ThingKind


class MyRevisionsFilter(admin.SimpleListFilter):
    title = "what is mine"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("sent-back", "Sent back to me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return waiting.declined_of(queryset, request.user) if self.value() == "sent-back" else queryset


@admin.register(Revision)
class RevisionAdmin(ComparePages, RevertPages):
    list_display = ["title", "compare", "what", "state", "author_name", "saved", "reason"]
    list_filter = [RevisionStateFilter, MyRevisionsFilter, RevisionKindFilter]
    search_fields = ["title"]
    search_help_text = (
        f"Words of the title, in all that waits or in the latest {LATEST:,} revisions. A history has all of its own."
    )
    sortable_by = []
    ordering = ["-pk"]
    fields = ["about", "what", "state", "author_name", "saved", "reason", "decided", "decision", "compare"]
    readonly_fields = ["about", "what", "saved", "compare", "decided"]

    class Media:
        css = {"all": ["admin_desk/revisions.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A revision shows what its thing says, so it takes the right to look at such things."""
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or obj.kind in kinds_seen_by(request, self.admin_site))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """A revision is never changed itself: its history is that of its question, role or link, if there still is one."""
        revision = get_object_or_404(Revision, pk=object_id if object_id.isdecimal() else None)
        if not self.has_view_permission(request, revision):
            raise PermissionDenied
        thing = thing_of(revision)
        return redirect(address_of(thing, "history") if thing else reverse("admin:questions_revision_compare", args=[object_id]))

    def with_columns(self, queryset: Any) -> Any:
        return queryset.defer("snapshot")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        kinds = kinds_seen_by(request, self.admin_site)
        if len(kinds) < len(ThingKind):  # else the database would take this for a reason to walk the index of all kinds
            queryset = queryset.filter(kind__in=kinds)
        if request.GET.get("state") != RevisionState.PENDING and not request.GET.get("mine"):
            last = Revision.objects.aggregate(last=Max("pk"))["last"] or 0
            queryset = queryset.filter(pk__gt=last - LATEST)
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="revision")
    def what(self, revision: Revision) -> str:
        return f"{revision.get_kind_display()} {revision.number}"

    @admin.display(description="saved")
    def saved(self, revision: Revision) -> str:
        return f"{timezone.localtime(revision.created_at):%Y-%m-%d %H:%M}"

    @admin.display(description="compare")
    def compare(self, revision: Revision) -> SafeString:
        address = reverse("admin:questions_revision_compare", args=[revision.pk])
        return format_html('<a href="{}">Compare<span class="visually-hidden">: {}</span></a>', address, revision)

    @admin.display(description="about")
    def about(self, revision: Revision) -> SafeString | str:
        thing = thing_of(revision)
        return format_html('<a href="{}">{}</a>', address_of(thing, "change"), thing) if thing else f"{revision.title} (deleted)"

    @admin.display(description="decided")
    def decided(self, revision: Revision) -> str:
        if not revision.decided_at:
            return "Not yet" if revision.is_pending else "Live when it was saved"
        return f"{timezone.localtime(revision.decided_at):%Y-%m-%d %H:%M} by {revision.decided_by_name or 'the machine'}"
