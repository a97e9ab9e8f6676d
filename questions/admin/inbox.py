"""The queue of what visitors sent: to read, to answer, and to settle by the actions. Nobody writes a message here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from questions.models import Message
from questions.models.inbox import Fault, MessageKind, MessageState

from .filters import WordFilter
from .inbox_actions import InboxActions
from .inbox_endings import mail_link
from .links import link_to
from .overtaken import NotOvertaken

REPORTED = ["what", "about", "text", "answer_to", "created_at"]
SUGGESTED = ["text", "guidance", "about", "role_name", "thanks", "licensed", "created_at"]


class StateFilter(WordFilter):
    title = "state"
    parameter_name = "state"
    words = MessageState


class MessageKindFilter(WordFilter):
    title = "kind"
    parameter_name = "kind"
    words = MessageKind


class FaultFilter(WordFilter):
    title = "what is wrong"
    parameter_name = "fault"
    words = Fault


@admin.register(Message)
class MessageAdmin(NotOvertaken, InboxActions):
    list_display = ["beginning", "what", "about", "created_at", "state"]
    list_filter = [StateFilter, MessageKindFilter, FaultFilter]
    list_select_related = ["question", "role", "topic"]
    search_fields = ["text", "guidance"]
    search_help_text = "Words of the message."
    sortable_by = ["created_at"]

    def get_fieldsets(self, request: HttpRequest, obj: Message | None = None) -> Any:
        sent = SUGGESTED if obj and obj.kind == MessageKind.SUGGESTION else REPORTED
        return [
            (None, {"fields": sent}),
            ("What became of it", {"fields": ["state", "settled_at", "settled_by", "note"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Message | None = None) -> list[str]:
        """What a visitor wrote stays as it came; only the editors' note is written here."""
        return ["what", "about", "answer_to", *(field.name for field in self.opts.concrete_fields if field.name != "note")]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """With the next message of its kind that waits, else the first, so that one gets round."""
        waiting = Message.objects.waiting().filter(kind=obj.kind).order_by("pk") if obj else Message.objects.none()
        following = obj and (waiting.filter(pk__gt=obj.pk).first() or waiting.exclude(pk=obj.pk).first())
        if following:
            context |= {"tools": [(reverse("admin:questions_message_change", args=[following.pk]), "Next one waiting", "next")]}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="message")
    def beginning(self, message: Message) -> str:
        return Truncator(message.text).chars(100)

    @admin.display(description="what")
    def what(self, message: Message) -> str:
        return f"{message.get_kind_display()}: {message.get_fault_display()}" if message.fault else message.get_kind_display()

    @admin.display(description="answer to")
    def answer_to(self, message: Message) -> SafeString | str:
        """The contact, to write to with one's own mail program: the bank sends no mail."""
        if not message.is_waiting:
            return "Deleted when the message was settled, if there was one."
        if not message.contact:
            return "Nobody: the visitor left no contact."
        return format_html(
            "{} {}", mail_link(message.contact), "— answer before you settle the message: that deletes the contact."
        )

    @admin.display(description="about", empty_value="")
    def about(self, message: Message) -> str | None:
        things = [thing for thing in (message.question, message.role, message.topic) if thing]
        return format_html_join(" · ", "{}", [(link_to(thing),) for thing in things]) or message.role_name or None
