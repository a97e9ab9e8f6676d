"""Pairs of questions that read much alike: the report, and saying that two are two. Merging has a page of its own."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.editorial.duplicates import noting
from questions.editorial.rights import may_publish
from questions.models import NearDuplicate, Question

from . import duplicate_pages
from .actions import EVERYWHERE
from .links import plural
from .listing import BankAdmin

COLUMNS = ["text", "much_like", "percent", "found_at"]
FIELDS = ["one", "other", "percent", "found_at", "dismissed_at", "dismissed_by"]


class OpenFilter(admin.SimpleListFilter):
    """Those nobody has looked at yet, unless others are asked for."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("dismissed", "Dismissed"), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        default, *others = super().choices(changelist)
        yield default | {"display": "To look at"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        if self.value() == "dismissed":
            return queryset.filter(dismissed_at__isnull=False)
        return queryset if self.value() == "all" else queryset.open()


@admin.register(NearDuplicate)
class NearDuplicateAdmin(BankAdmin):
    list_filter = [OpenFilter]
    list_select_related = ["first", "second", "dismissed_by"]
    search_fields = ["first__text", "second__text"]
    search_help_text = "Words of either question."
    sortable_by = ()
    actions = ["dismiss", "reopen"]

    def get_urls(self) -> list[URLPattern]:
        return [*duplicate_pages.of_pairs(self), *super().get_urls()]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [*COLUMNS, "merging"] if may_publish(request.user) else COLUMNS

    def get_fields(self, request: HttpRequest, obj: NearDuplicate | None = None) -> list[Any]:
        return [*FIELDS, "merging"] if may_publish(request.user) else FIELDS

    def get_readonly_fields(self, request: HttpRequest, obj: NearDuplicate | None = None) -> list[Any]:
        return self.get_fields(request, obj)

    def _found(self, field: str, word: str) -> Q:
        """Pairs are few beside questions: their texts are looked through, and not those of the whole bank."""
        return Q(**{f"{field}__icontains": word})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        nothing_to_save = {"show_save": False, "show_save_and_continue": False}
        return super().change_view(request, object_id, form_url, nothing_to_save | (extra_context or {}))

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Dismiss: these are two",
        description_plural="Dismiss selected pairs: each is two questions",
    )
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._settle(request, queryset, noting.dismiss, "Dismissed")

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Put back on the list",
        description_plural="Put selected pairs back on the list",
    )
    def reopen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._settle(request, queryset, noting.reopen, "Put back on the list")

    def _settle(self, request: HttpRequest, queryset: QuerySet, verb: Callable[..., int], done: str) -> None:
        total, count = queryset.count(), verb(queryset, by=request.user)
        rest = f" {total - count:,} had it already." if total > count else ""
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, f"{done}: {plural(NearDuplicate, count)}.{rest}", level)

    @admin.display(description="question")
    def text(self, pair: NearDuplicate) -> str:
        return pair.first.text

    @admin.display(description="much like")
    def much_like(self, pair: NearDuplicate) -> str:
        return pair.second.text

    @admin.display(description="alike")
    def percent(self, pair: NearDuplicate) -> str:
        return f"{pair.similarity:.0%}"

    @admin.display(description="merge")
    def merging(self, pair: NearDuplicate) -> SafeString:
        return format_html('<a href="{}">Merge…</a>', reverse("admin:questions_nearduplicate_merge", args=[pair.pk]))

    @admin.display(description="one question")
    def one(self, pair: NearDuplicate) -> SafeString:
        return _question(pair.first)

    @admin.display(description="the other")
    def other(self, pair: NearDuplicate) -> SafeString:
        return _question(pair.second)


def _question(question: Question) -> SafeString:
    address = reverse("admin:questions_question_change", args=[question.pk])
    return format_html('<a href="{}">{}</a> ({})', address, question, question.get_status_display().lower())
