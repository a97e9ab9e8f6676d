"""Going back to an older revision: asked for on a page of its own, and done as a new revision."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from questions.editorial import editing
from questions.editorial.editing import NotPossibleError, Saved, StaleError
from questions.editorial.rights import may_edit, may_publish
from questions.models import Revision

from .choices import LONGEST_KEY
from .listing import BankAdmin
from .similar import compare_new_text
from .things import address_of, require_view, thing_of


class RevertPages(BankAdmin):
    def get_urls(self) -> list[URLPattern]:
        address = path("<int:pk>/revert/", self.admin_site.admin_view(self.revert), name="questions_revision_revert")
        return [address, *super().get_urls()]

    def revert(self, request: HttpRequest, pk: int) -> HttpResponse:
        revision = get_object_or_404(Revision, pk=pk)
        require_view(request, self.admin_site, revision.kind)
        thing = thing_of(revision)
        if thing is None:
            raise Http404("deleted since")
        if not (may_edit(request.user, thing) or may_publish(request.user)):
            raise PermissionDenied
        base = request.POST.get("base", "")
        if request.method == "POST" and base.isdecimal() and len(base) <= LONGEST_KEY:
            self._revert(request, revision, int(base))
            return redirect(address_of(thing, "history"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Go back to revision {revision.number}",
            "thing": thing,
            "revision": revision,
            "history": address_of(thing, "history"),
            "base": editing.version_for(thing, request.user)[0],
            "waits": editing.waits_for_publisher(thing, request.user),
        }
        return TemplateResponse(request, "admin/revisions/revert.html", context)

    def _revert(self, request: HttpRequest, revision: Revision, base: int) -> None:
        by: Any = request.user
        try:
            with transaction.atomic():
                saved = editing.revert(revision, by=by, base=base)
                if saved.changed:
                    LogEntry.objects.log_actions(by.pk, [thing_of(revision)], CHANGE, f"Back to revision {revision.number}.")
        except StaleError:
            said = "Nothing was changed: somebody saved it in the meantime. See below what they did, then try again."
            self.message_user(request, said, messages.WARNING)
        except NotPossibleError as error:
            self.message_user(request, f"Nothing was changed. {error}", messages.ERROR)
        else:
            self.message_user(request, _told(revision, saved), messages.SUCCESS if saved.changed else messages.INFO)
            compare_new_text(self, request, thing_of(revision))


def _told(revision: Revision, saved: Saved) -> str:
    if not saved.changed:
        return f"Nothing to change: it says what revision {revision.number} says already."
    if saved.pending:
        return f"Revision {saved.pending.number} with the content of revision {revision.number} waits for a publisher."
    return f"It says again what revision {revision.number} said. What was there before stays in the history."
