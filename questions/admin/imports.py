"""What imports did: to read, not to edit; and the way in for more of them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.html import format_html_join

from questions.editorial.rights import may_import, may_upload
from questions.guides.loading.unread import NO_DIGEST
from questions.models import GuideImport

from . import uploads
from .listing import BankAdmin


class ProblemsFilter(admin.SimpleListFilter):
    title = "problems"
    parameter_name = "problems"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", "Had problems"), ("no", "Had none")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "yes":
            return queryset.exclude(problems=[])
        return queryset.filter(problems=[]) if self.value() == "no" else queryset


@admin.register(GuideImport)
class GuideImportAdmin(BankAdmin):
    change_list_template = "admin/uploads/imports.html"
    list_display = ["source", "title", "role", "how_many_problems", "imported_at"]
    list_filter = [ProblemsFilter]
    list_select_related = ["role"]
    search_fields = ["source", "title"]
    fields = ["source", "title", "role", "imported_at", "what_went_wrong"]
    readonly_fields = ["what_went_wrong"]

    def get_urls(self) -> list[URLPattern]:
        return [*uploads.urls(), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_upload": may_upload(request.user), **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of a file that could not be read, and perhaps is no longer there: the others are what imports go by."""
        return bool(obj) and obj.digest == NO_DIGEST and not obj.items and may_import(request.user)

    @admin.display(description="problems", empty_value="")
    def how_many_problems(self, row: GuideImport) -> str | None:
        return str(len(row.problems)) if row.problems else None

    @admin.display(description="kept or not placed", empty_value="Nothing: all of the guide is in the bank.")
    def what_went_wrong(self, row: GuideImport) -> str | None:
        """What the last import left alone or could not place, a line each."""
        return format_html_join("", "<p>{}</p>", [(line,) for line in row.problems]) or None
