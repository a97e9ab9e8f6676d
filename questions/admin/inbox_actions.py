"""What editors do with messages: handled, dismissed, accepted as drafts. How is in questions.editorial.inbox."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from questions.editorial import inbox
from questions.models import Message, Question

from .actions import EVERYWHERE, MOST_AT_ONCE
from .links import plural
from .listing import BankAdmin

MOST_NAMED = 10  # in one sentence on what was done


class InboxActions(BankAdmin):
    actions = ["accept", "handled", "dismiss"]

    def has_accept_permission(self, request: HttpRequest) -> bool:
        adds_questions = self.admin_site.get_model_admin(Question).has_add_permission(request)
        return adds_questions and self.has_change_permission(request)

    @admin.action(
        permissions=["accept"],
        location=EVERYWHERE,
        description="Accept as draft",
        description_plural="Accept selected suggestions as drafts",
    )
    def accept(self, request: HttpRequest, queryset: QuerySet) -> None:
        if self._too_many(request, queryset):
            return
        editor: Any = request.user
        accepted = inbox.accept(queryset, by=editor)
        if accepted.drafts:
            self.message_user(request, format_html("Accepted as draft: {}.", _links(accepted.drafts)), messages.SUCCESS)
        if accepted.had:
            said = "The bank has this already: {}. Add there what is new in the suggestion, and dismiss it."
            known = [question for _, question in accepted.had]
            self.message_user(request, format_html(said, _links(known)), messages.WARNING)
        if accepted.reports:
            said = f"Only suggestions become drafts; left {plural(Message, len(accepted.reports))} waiting."
            self.message_user(request, said, messages.WARNING)
        if not (accepted.drafts or accepted.had or accepted.reports):
            self.message_user(request, "Nothing to accept: all of it had been settled before.", messages.WARNING)

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Handled",
        description_plural="Mark selected %(verbose_name_plural)s as handled",
    )
    def handled(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._settle(request, queryset, inbox.handle, "Handled")

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Dismiss",
        description_plural="Dismiss selected %(verbose_name_plural)s",
    )
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._settle(request, queryset, inbox.dismiss, "Dismissed")

    def _settle(self, request: HttpRequest, queryset: QuerySet, verb: Callable[..., int], done: str) -> None:
        if self._too_many(request, queryset):
            return
        total, count = queryset.count(), verb(queryset, by=request.user)
        rest = f" {total - count:,} had been settled before." if total > count else ""
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, f"{done}: {plural(Message, count)}.{rest}", level)

    def _too_many(self, request: HttpRequest, queryset: QuerySet) -> bool:
        total = queryset.count()
        if total > MOST_AT_ONCE:
            said = f"Nothing changed: {plural(Message, total)} chosen, at most {MOST_AT_ONCE:,} go at once. Filter first."
            self.message_user(request, said, messages.ERROR)
        return total > MOST_AT_ONCE


def link_to(thing: Model) -> SafeString:
    """A link, under the beginning of its name, to the admin page of ``thing``."""
    address = reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])
    return format_html('<a href="{}">{}</a>', address, Truncator(str(thing)).chars(80))


def _links(questions: list[Question]) -> SafeString:
    links = format_html_join(", ", "{}", [(link_to(question),) for question in questions[:MOST_NAMED]])
    more = len(questions) - MOST_NAMED
    return format_html("{} and {} more", links, more) if more > 0 else links
