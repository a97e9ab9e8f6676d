"""What imports did: to read, not to edit."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from questions.models import GuideImport

from .listing import BankAdmin


@admin.register(GuideImport)
class GuideImportAdmin(BankAdmin):
    list_display = ["source", "title", "role", "imported_at"]
    list_select_related = ["role"]
    search_fields = ["source", "title"]
    fields = ["source", "title", "role", "digest", "imported_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
