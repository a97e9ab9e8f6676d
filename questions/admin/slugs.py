"""Old addresses that redirect. An editor may remove one, so that another page can take it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from questions.models import FormerSlug

from .listing import BankAdmin


@admin.register(FormerSlug)
class FormerSlugAdmin(BankAdmin):
    list_display = ["slug", "kind", "current"]
    search_fields = ["slug", "current"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
