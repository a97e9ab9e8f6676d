"""Filters that stand on the desk: each shows the rows the desk counted, by the same words."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from questions.editorial import waiting


class YesFilter(admin.SimpleListFilter):
    """One choice, or all."""

    choice: str

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", self.choice)]

    def narrow(self, queryset: Any) -> QuerySet:
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self.narrow(queryset) if self.value() == "yes" else queryset


class StaleFilter(YesFilter):
    title = "review"
    parameter_name = "stale"
    choice = "Public, and stale for a year"

    def narrow(self, queryset: Any) -> QuerySet:
        return waiting.stale(queryset)


class MineFilter(admin.SimpleListFilter):
    """What the signed-in editor has begun."""

    title = "what is mine"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("drafts", "My drafts"), ("sent-back", "Sent back to me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "drafts":
                return waiting.drafts_of(queryset, request.user)
            case "sent-back":
                return waiting.sent_back_to(queryset, request.user)
        return queryset
