"""The actions of everything with a status. What they do is in questions.editorial.publishing."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest

from questions.editorial import publishing

from .links import plural
from .listing import BankAdmin

# More would hold the database's one writer, and the editor's browser, for too long.
MOST_AT_ONCE = 2_000
EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


class StatusActions(BankAdmin):
    actions = ["publish", "send_back", "retire"]

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Publish",
        description_plural="Publish selected %(verbose_name_plural)s",
    )
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._run(request, queryset, publishing.publish, "Published")

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Send back to draft",
        description_plural="Send selected %(verbose_name_plural)s back to draft",
    )
    def send_back(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._run(request, queryset, publishing.send_back, "Sent back to draft")

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Retire",
        description_plural="Retire selected %(verbose_name_plural)s",
    )
    def retire(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._run(request, queryset, publishing.retire, "Retired")

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Mark as reviewed today",
        description_plural="Mark selected %(verbose_name_plural)s as reviewed today",
    )
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._run(request, queryset, publishing.mark_reviewed, "Marked as reviewed today")

    def _run(self, request: HttpRequest, queryset: QuerySet, verb: Callable[..., int], done: str) -> None:
        total = queryset.count()
        if total > MOST_AT_ONCE:
            too_many = f"Nothing changed: {plural(self.model, total)} chosen, at most {MOST_AT_ONCE:,} go at once. Filter first."
            self.message_user(request, too_many, messages.ERROR)
            return
        count = verb(queryset, by=request.user)
        rest = f" {total - count:,} had it already." if total > count else ""
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, f"{done}: {plural(self.model, count)}.{rest}", level)

    def view_on_site(self, obj: Any) -> str | None:
        """Only what is public has a page to look at."""
        return obj.get_absolute_url() if obj.is_published else None
