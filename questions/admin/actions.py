"""The actions of everything with a status. What they do is in questions.editorial.publishing."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from questions.editorial import publishing
from questions.editorial.publishing import Outcome
from questions.editorial.rights import may_publish
from questions.models.slugs import Slugged

from .asking_first import answered, ask_first
from .links import link_to, plural
from .listing import BankAdmin
from .outcomes import tell

# More would hold the database's one writer, and the editor's browser, for too long.
MOST_AT_ONCE = 2_000
EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


class StatusActions(BankAdmin):
    actions = ["send_to_review", "publish", "send_back", "retire"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request.user)

    def has_write_permission(self, request: HttpRequest) -> bool:
        """Whether some of the things here are theirs to change; which ones, the service knows."""
        return super().has_change_permission(request) or may_publish(request.user)

    @admin.action(
        permissions=["write"],
        location=EVERYWHERE,
        description="Send to review",
        description_plural="Send selected %(verbose_name_plural)s to review",
    )
    def send_to_review(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.run(request, queryset, publishing.send_to_review, "Sent to review")

    @admin.action(
        permissions=["publish"],
        location=EVERYWHERE,
        description="Publish",
        description_plural="Publish selected %(verbose_name_plural)s",
    )
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.run(request, queryset, publishing.publish, "Published")

    @admin.action(
        permissions=["write"],
        location=EVERYWHERE,
        description="Send back to draft",
        description_plural="Send selected %(verbose_name_plural)s back to draft",
    )
    def send_back(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._taken_off(request, queryset, publishing.send_back, "Sent back to draft", "send {} back to draft")

    @admin.action(
        permissions=["publish"],
        location=EVERYWHERE,
        description="Retire",
        description_plural="Retire selected %(verbose_name_plural)s",
    )
    def retire(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._taken_off(request, queryset, publishing.retire, "Retired", "retire {}")

    @admin.action(
        permissions=["write"],
        location=EVERYWHERE,
        description="Mark as reviewed today",
        description_plural="Mark selected %(verbose_name_plural)s as reviewed today",
    )
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.run(request, queryset, publishing.mark_reviewed, "Marked as reviewed today")

    def _taken_off(
        self, request: HttpRequest, queryset: QuerySet, verb: Callable[..., Outcome], done: str, what: str
    ) -> HttpResponse | None:
        """Run ``verb``, which takes things off the site; first ask a publisher who chose some that visitors see."""
        public = [] if answered(request) or not may_publish(request.user) else list(self._public(queryset)[: MOST_AT_ONCE + 1])
        if not public or self.too_many(request, queryset):
            self.run(request, queryset, verb, done)
            return None
        return ask_first(
            self,
            request,
            queryset,
            action=verb.__name__,
            what=what.format(plural(self.model, queryset.count())),
            why=f"Visitors see {plural(self.model, len(public))} of these now, and would not any more:",
            named=[(link_to(thing), "") for thing in public],
        )

    def _public(self, queryset: Any) -> QuerySet:
        return queryset.published().order_by("pk")

    def run(self, request: HttpRequest, queryset: QuerySet, verb: Callable[..., Outcome], done: str) -> None:
        if not self.too_many(request, queryset):
            tell(self, request, verb(queryset, by=request.user), done)

    def too_many(self, request: HttpRequest, queryset: QuerySet) -> bool:
        total = queryset.count()
        if total > MOST_AT_ONCE:
            said = f"Nothing changed: {plural(self.model, total)} chosen, at most {MOST_AT_ONCE:,} go at once. Filter first."
            self.message_user(request, said, messages.ERROR)
        return total > MOST_AT_ONCE

    def view_on_site(self, obj: Any) -> str | None:
        """Only what is public has a page to look at."""
        if not obj.is_published:
            return None
        return obj.address_now() if isinstance(obj, Slugged) else obj.get_absolute_url()
