"""What editors do with messages: accept as draft, answer, dismiss. How is in questions.editorial.inbox."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from questions.editorial import inbox
from questions.models import Message, Question
from questions.models.inbox import MessageKind, MessageState

from .actions import EVERYWHERE, MOST_AT_ONCE
from .asking_first import answered, ask_first
from .inbox_endings import DISMISSED, HANDLED, Ending, NoteForm, mail_link
from .links import link_to, plural
from .listing import BankAdmin

MOST_NAMED = 10  # in one sentence on what was done
# With one note. Each is a field of the form that asks for it, and Django takes a thousand fields.
MOST_SETTLED = 500


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
    def accept(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        if self._too_many(request, queryset):
            return None
        to_answer = [] if answered(request) else self._to_answer(queryset)
        if to_answer:
            why = "Accepting deletes the contact a visitor left, at once and for good. If you want to answer, do so first:"
            what = f"accept {plural(Message, queryset.count())}"
            return ask_first(self, request, queryset, action="accept", what=what, why=why, named=to_answer)
        editor: Any = request.user
        accepted = inbox.accept(queryset, by=editor)
        if accepted.drafts:
            self.message_user(request, format_html("Accepted as draft: {}.", _links(accepted.drafts)), messages.SUCCESS)
        if accepted.had:
            said = "The bank has this already: {}. Add there what is new in the suggestion, and dismiss it."
            known = [question for _, question in accepted.had]
            self.message_user(request, format_html(said, _links(known)), messages.WARNING)
        if accepted.reports:
            left = f"Only suggestions become drafts; left {plural(Message, len(accepted.reports))} waiting."
            self.message_user(request, left, messages.WARNING)
        if not (accepted.drafts or accepted.had or accepted.reports):
            self.message_user(request, "Nothing to accept: all of it had been settled before.", messages.WARNING)
        return None

    def _to_answer(self, queryset: Any) -> list[tuple[SafeString, SafeString | str]]:
        """The suggestions that have a contact, each with it."""
        suggested = queryset.waiting().filter(kind=MessageKind.SUGGESTION).exclude(contact="").order_by("pk")
        return [(link_to(message), mail_link(message.contact)) for message in suggested]

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Answered or done…",
        description_plural="Say that selected %(verbose_name_plural)s are answered or done…",
    )
    def handled(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._settle(request, queryset, HANDLED)

    @admin.action(
        permissions=["change"],
        location=EVERYWHERE,
        description="Dismiss with a reason…",
        description_plural="Dismiss selected %(verbose_name_plural)s with a reason…",
    )
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._settle(request, queryset, DISMISSED)

    def _settle(self, request: HttpRequest, queryset: QuerySet, ending: Ending) -> HttpResponse | None:
        """Ask for the note, then settle. What a colleague settled in the meantime stays as it is."""
        if self._too_many(request, queryset, MOST_SETTLED):
            return None
        form = ending.form(request.POST if "note" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, ending, form)
        total = len(set(request.POST.getlist(ACTION_CHECKBOX_NAME)))
        count = ending.verb(queryset, by=self.editor(request), reason=form.cleaned_data["note"])
        rest = f" {total - count:,} had been settled before." if total > count else ""
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, f"{ending.done}: {plural(Message, count)}.{rest}", level)
        return None

    def _ask(self, request: HttpRequest, queryset: Any, ending: Ending, form: NoteForm) -> HttpResponse | None:
        chosen = [(message, mail_link(message.contact)) for message in queryset.waiting().order_by("pk")]
        if not chosen:
            self.message_user(request, f"{ending.done}: nothing. All of it had been settled before.", messages.WARNING)
            return None
        queue = reverse("admin:questions_message_changelist", query={"state": MessageState.WAITING.value})
        from_list = request.path == reverse("admin:questions_message_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": f"{ending.name}: {plural(Message, len(chosen))}",
            "opts": self.opts,
            "ending": ending,
            "form": form,
            "chosen": chosen,
            "checkbox": ACTION_CHECKBOX_NAME,
            "back": request.get_full_path() if from_list else queue,
        }
        return TemplateResponse(request, "admin/questions/message/settle.html", context)

    def _too_many(self, request: HttpRequest, queryset: QuerySet, most: int = MOST_AT_ONCE) -> bool:
        total = queryset.count()
        if total > most:
            said = f"Nothing changed: {plural(Message, total)} chosen, at most {most:,} go at once. Filter first."
            self.message_user(request, said, messages.ERROR)
        return total > most


def _links(questions: list[Question]) -> SafeString:
    links = format_html_join(", ", "{}", [(link_to(question),) for question in questions[:MOST_NAMED]])
    more = len(questions) - MOST_NAMED
    return format_html("{} and {} more", links, more) if more > 0 else links
