"""Comparing two revisions, or a pending one with what is live; and deciding on a pending one from there."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from questions.editorial import editing
from questions.editorial.comparing import compare
from questions.editorial.editing import NotPossibleError
from questions.editorial.previewing import PREVIEWED
from questions.editorial.rights import may_publish
from questions.models import Revision
from questions.models.editorial import RevisionState

from .listing import LONGEST_KEY, BankAdmin
from .similar import compare_new_text
from .things import MODELS, address_of, kinds_seen_by, require_view, thing_of
from .waiting import Sides, decision_context, sides_of

COMPARE = "admin:questions_revision_compare"


class ComparePages(BankAdmin):
    def get_urls(self) -> list[URLPattern]:
        def own(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        return [
            path("compare/", own(self.choose_two), name="questions_revision_choose"),
            path("compare/<int:old>/<int:new>/", own(self.compare_two), name="questions_revision_compare_two"),
            path("<int:pk>/compare/", own(self.compare_one), name="questions_revision_compare"),
            path("<int:pk>/accept/", own(require_POST(self.accept)), name="questions_revision_accept"),
            path("<int:pk>/decline/", own(require_POST(self.decline)), name="questions_revision_decline"),
            *super().get_urls(),
        ]

    def choose_two(self, request: HttpRequest) -> HttpResponse:
        """Where the form of a history sends its two choices: to the address of the comparison, the older one first."""
        asked = [request.GET.get(name, "") for name in ("old", "new")]
        keys = {int(key) for key in asked if key.isdecimal() and len(key) <= LONGEST_KEY}
        chosen = sorted(Revision.objects.defer("snapshot").filter(pk__in=keys), key=lambda revision: revision.number)
        if len(chosen) != 2:
            self.message_user(request, "Choose two different revisions to compare.", messages.WARNING)
            thing = thing_of(chosen[0]) if chosen else None
            return redirect(address_of(thing, "history") if thing else "admin:questions_revision_changelist")
        return redirect("admin:questions_revision_compare_two", *(revision.pk for revision in chosen))

    def compare_two(self, request: HttpRequest, old: int, new: int) -> HttpResponse:
        before, after = (get_object_or_404(Revision, pk=pk) for pk in (old, new))
        if (before.kind, before.thing) != (after.kind, after.thing):
            raise Http404("revisions of two things")
        sides = Sides(before.snapshot, after.snapshot, f"Revision {before.number}", f"Revision {after.number}", before)
        return self._page(request, after, sides, {})

    def compare_one(self, request: HttpRequest, pk: int, note: str = "") -> HttpResponse:
        """A pending revision beside what is live, any other beside the one its author had before them; ``note``, if typed."""
        revision = get_object_or_404(Revision, pk=pk)
        require_view(request, self.admin_site, revision.kind)
        thing = thing_of(revision)
        sides, kinds = sides_of(revision, thing), kinds_seen_by(request, self.admin_site)
        decision = decision_context(request, revision, thing, sides, kinds)
        return self._page(request, revision, sides, decision | {"note": note})

    def _page(self, request: HttpRequest, revision: Revision, sides: Sides, more: dict[str, Any]) -> HttpResponse:
        require_view(request, self.admin_site, revision.kind)
        model, thing = MODELS[revision.kind], thing_of(revision)
        differences = compare(model, sides.old, sides.new)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Compare: {revision.title}",
            "thing": thing,
            "history": thing and address_of(thing, "history"),
            "preview": thing and revision.kind in PREVIEWED and address_of(thing, "preview"),
            "revision": revision,
            "sides": sides,
            "changed": [difference for difference in differences if not difference.same],
            "same": [difference.label for difference in differences if difference.same],
            "may_list": self.has_view_permission(request),
            **more,
        }
        return TemplateResponse(request, "admin/revisions/compare.html", context)

    def accept(self, request: HttpRequest, pk: int) -> HttpResponse:
        revision = get_object_or_404(Revision, pk=pk)
        if not may_publish(request.user):
            raise PermissionDenied
        note = _note(request)
        return self._decide(request, revision, editing.accept, f"Revision {revision.number} accepted", note)

    def decline(self, request: HttpRequest, pk: int) -> HttpResponse:
        revision = get_object_or_404(Revision, pk=pk)
        done = "taken back" if revision.author_id == request.user.pk and not may_publish(request.user) else "sent back"
        note = _note(request)
        return self._decide(request, revision, editing.decline, f"Revision {revision.number} {done}", note)

    def _decide(self, request: HttpRequest, revision: Revision, verb: Any, done: str, note: str) -> HttpResponse:
        require_view(request, self.admin_site, revision.kind)
        by: Any = request.user
        said = f"{done}: {note}" if note else f"{done}."
        try:
            with transaction.atomic():
                verb(revision, by=by, note=note)
                if thing := thing_of(revision):
                    LogEntry.objects.log_actions(by.pk, [thing], CHANGE, said)
        except NotPossibleError as error:
            self.message_user(request, str(error), messages.ERROR)
            # The page itself, and not a way to it: the note stays where it was typed.
            return self.compare_one(request, revision.pk, note)
        else:
            revision.refresh_from_db(fields=["state"])
            kept = (
                " What was changed live since then was kept, and what is gone by now left out."
                if revision.state == RevisionState.REPLACED
                else ""
            )
            self.message_user(request, f"{said}{kept}", messages.SUCCESS)
            compare_new_text(self, request, thing_of(revision))
        return redirect(COMPARE, revision.pk)


def _note(request: HttpRequest) -> str:
    """What was typed, without what PostgreSQL keeps in no text."""
    return request.POST.get("note", "").replace("\0", "").strip()
