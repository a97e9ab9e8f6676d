"""On the pages of links: looking at some of them at once, and what the last looks found."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from questions.editorial.links import checking, recording
from questions.editorial.links.asking import Patience
from questions.editorial.links.fetching import Fetcher
from questions.editorial.links.recording import KEPT, Checked
from questions.editorial.links.summing import summary
from questions.editorial.rights import EDIT_ALL
from questions.models import LinkCheck, ResourceLink
from questions.models.resource import CheckState

from .actions import EVERYWHERE, StatusActions
from .links import plural

# An editor waits for the answer, and the server for its thread: the command has all the time it needs.
MOST_AT_ONCE = 30
SECONDS = 18
PATIENCE = Patience(connect=3, read=4, whole=6)
MOST_NAMED = 10
# Beside the words, so that the eye finds the broken ones in a long list.
MARKS = {CheckState.OK: "✓", CheckState.UNSURE: "?", CheckState.DEAD: "✗", CheckState.UNCHECKED: ""}


class CheckedLinks(StatusActions):
    @admin.action(
        permissions=["write"],
        location=EVERYWHERE,
        description="Check now",
        description_plural="Check selected links now",
    )
    def check_now(self, request: HttpRequest, queryset: QuerySet) -> None:
        total = queryset.count()
        if total > MOST_AT_ONCE:
            said = (
                f"Nothing was checked: {plural(ResourceLink, total)} chosen, at most {MOST_AT_ONCE} go at once. "
                "“manage.py check_links” looks at all of them."
            )
            self.message_user(request, said, messages.ERROR)
            return
        looks = list(checking.check(queryset, look=Fetcher(patience=PATIENCE).look, seconds=SECONDS))
        found = [link for link in looks if link]
        self._say_found(request, found, unseen=total - len(looks))

    def has_edit_all_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(EDIT_ALL)

    @admin.action(
        permissions=["edit_all"],
        location=EVERYWHERE,
        description="It works: I opened it",
        description_plural="They work: I opened the selected links",
    )
    def vouch(self, request: HttpRequest, queryset: QuerySet) -> None:
        """For sites that turn machines away: what an editor saw counts for half a year."""
        by: Any = request.user
        if queryset.count() > MOST_AT_ONCE:
            self.message_user(request, f"Nobody opens more than {MOST_AT_ONCE} links at once: choose fewer.", messages.ERROR)
            return
        count = recording.vouch(queryset, by=by, at=timezone.now())
        self.message_user(request, f"Marked as working: {plural(ResourceLink, count)}.", messages.SUCCESS)

    def _say_found(self, request: HttpRequest, found: list[Checked], unseen: int) -> None:
        well = all(link.state is CheckState.OK for link in found)
        self.message_user(request, f"{summary(found)}.", messages.SUCCESS if well and found else messages.WARNING)
        for link in [link for link in found if link.detail][:MOST_NAMED]:
            self.message_user(request, _in_words(link), messages.INFO if link.state is CheckState.OK else messages.WARNING)
        if unseen:
            said = f"No time was left for {plural(ResourceLink, unseen)}. Check them again in a minute."
            self.message_user(request, said, messages.WARNING)

    @admin.display(description="last check", ordering="check_state")
    def looked(self, link: ResourceLink) -> str:
        state = CheckState(link.check_state)
        day = f", {_when(link.checked_at, 'Y-m-d')}" if link.checked_at else ""
        return f"{MARKS[state]} {state.label}{day}".strip()

    @admin.display(description="last checks")
    def last_checks(self, link: ResourceLink) -> SafeString | str:
        looks = LinkCheck.objects.filter(link=link.pk).order_by("-at", "-pk")[:KEPT] if link.pk else []
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            [(_when(look.at, "Y-m-d H:i"), look.get_state_display(), look.http_status or "–", look.detail) for look in looks],
        )
        if not rows:
            return "Nobody has looked yet."
        head = '<th scope="col">When</th><th scope="col">Found</th><th scope="col">Answer</th><th scope="col">In words</th>'
        return format_html("<table><thead><tr>" + head + "</tr></thead><tbody>{}</tbody></table>", rows)


def _when(moment: Any, form: str) -> str:
    return date_format(timezone.localtime(moment), form)


def _in_words(link: Checked) -> SafeString:
    address = reverse("admin:questions_resourcelink_change", args=[link.pk])
    return format_html('{}: <a href="{}">{}</a>: {}.', link.state.label, address, Truncator(link.title).chars(80), link.detail)
