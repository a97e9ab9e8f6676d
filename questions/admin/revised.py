"""The form of everything that keeps revisions: what it saves goes through questions.editorial.editing, never straight in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from questions.editorial import comparing, editing, publishing
from questions.editorial.rights import may_edit, may_publish
from questions.editorial.writing import fill
from questions.models import Revision
from questions.vocabulary import Status

from .actions import StatusActions
from .inlines import AddOnly
from .links import link_to
from .outcomes import tell
from .parts import rows_from
from .revision_pages import RevisionHistory
from .scheduling import Scheduling
from .typed import Typed


class RevisedForm(forms.ModelForm):
    """Knows which revision the editor has before them, so that nobody overwrites what they have not seen."""

    editor: Any = None  # who fills it in
    refused: Sequence[str] = ()  # why the bank did not take it a moment ago
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="What you changed, and why",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text="For colleagues, in the history: “Shorter; two points were the same.”",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stale = False
        thing = self.instance
        if thing.pk:
            self.standing, waiting = editing.version_for(thing, self.editor)
            self.initial["base"] = self.standing
            if waiting and "topics" in self.fields:
                self.initial["topics"] = [key for key, _name in waiting["topics"]]

    def full_clean(self) -> None:
        super().full_clean()
        if self.refused and self.is_bound and not self.errors:
            self.add_error(None, list(self.refused))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.instance.pk:
            known = values["seen"] if values.get("seen") is not None else values.get("base")
            self.stale = known != self.standing
            if self.stale:
                raise forms.ValidationError(
                    "Somebody else saved this while you were writing. Nothing you typed is lost: compare the two versions above, "
                    "take over what you want to keep, then say that you have seen theirs, and save again.",
                    code="stale",
                )
        return values


class Revised(RevisionHistory, Scheduling, StatusActions):
    """The base of the pages of questions, roles and links."""

    change_form_template = "admin/desk/change_form.html"
    form: type[RevisedForm]

    class Media:
        css = {"all": ["admin_desk/form.css", "admin_desk/revisions.css"]}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_edit(request.user, obj))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """With the pending revision in it where that is what the editor goes on with."""
        thing = super().get_object(request, object_id, from_field)
        if thing and self.has_change_permission(request, thing):
            _, waiting = editing.version_for(thing, request.user)
            if waiting:
                fill(thing, waiting)
                thing.waiting = waiting
        return thing

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"editor": request.user, "refused": getattr(request, "refused", ())})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, ("Your change", {"fields": ["reason", "base"], "classes": ["change-reason"]})]

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Rows are a list of values, not of database keys: what a colleague removed meanwhile cannot make a form unsavable."""
        values: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "POST":
            return values | {"save_as_new": True}
        rows = rows_from(obj, inline.model)
        if rows is not None and not isinstance(inline, AddOnly):
            values |= {"queryset": inline.model._default_manager.none(), "initial": rows}
        return values

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Everything is saved as one, with its rows, in ``save_related``."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        thing = form.instance
        typed = Typed(self, request, form, formsets)
        if not change:
            editing.create(thing, typed.snapshot({}), by=request.user)
            return
        reason = form.cleaned_data.get("reason") or "Edited."
        # What the editor has before them was compared by the form; this compares once more, with the row locked. Where somebody
        # was quicker by that moment, the form is checked again (``tried_again``) and says so.
        saved = editing.save(thing, typed.snapshot(typed.standing()), by=request.user, base=form.standing, reason=reason)
        request.pending = saved.pending  # type: ignore[attr-defined]

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        return "Written." if add else form.cleaned_data.get("reason") or "Edited."

    def response_add(self, request: HttpRequest, obj: Model, *args: Any, **kwargs: Any) -> HttpResponse:
        self._then(request, obj)
        return super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        pending = getattr(request, "pending", None)
        if pending:
            said = "Visitors still see the live version of {}: your change waits for a publisher."
            self.message_user(request, format_html(said, link_to(obj)), messages.INFO)
        else:
            self._then(request, obj)
        return super().response_change(request, obj)

    def message_user(
        self, request: HttpRequest, message: Any, level: int | str = messages.INFO, *args: Any, **kwargs: Any
    ) -> None:
        """Django says of every save that it changed the thing; what waits for a publisher has not."""
        if not (getattr(request, "pending", None) and level == messages.SUCCESS):
            super().message_user(request, message, level, *args, **kwargs)

    def _then(self, request: HttpRequest, obj: Any) -> None:
        """What a button beside "Save" asks for: ``_save=publish``."""
        verb = VERBS.get(request.POST.get("_save", ""))
        if verb:
            call, done = verb
            tell(self, request, call(type(obj)._default_manager.filter(pk=obj.pk), by=request.user), done)
        if verb is VERBS["publish"] and (following := self._next_in_review(obj)):
            address = self._page("change", following.pk)
            said = format_html('Next in review: <a href="{}" rel="next">{}</a>', address, Truncator(str(following)).chars(80))
            self.message_user(request, said, messages.INFO)

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False, form_url: str = "", obj: Any = None
    ) -> HttpResponse:
        form = context["adminform"].form
        if obj and getattr(form, "stale", False):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            typed = Typed(self, request, form, formsets)
            both = comparing.compare(self.model, typed.standing(), typed.snapshot(typed.standing()))
            context |= {
                "standing": form.standing,
                "theirs": Revision.objects.of(obj).filter(number=form.standing).first(),
                "both": [difference for difference in both if not difference.same],
            }
        if obj:
            context |= {
                "pending": editing.pending_of(obj),
                "waiting": getattr(obj, "waiting", None),
                "becomes_pending": editing.waits_for_publisher(obj, request.user),
            }
        context |= {"verbs": self._verbs(request, obj), "tools": self.tools(request, obj) if obj else []}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def tools(self, request: HttpRequest, thing: Any) -> list[tuple[str, str, str]]:
        """Links above the form: address, label, and what the address is to the page."""
        found = [(self._page("preview", thing.pk), "Preview", "")] if self.previewed else []
        if may_publish(request.user):
            found.append((self._page("schedule", thing.pk), "Public from, until…", ""))
        if following := self._next_in_review(thing):
            found.append((self._page("change", following.pk), "Next in review", "next"))
        return found

    def _next_in_review(self, thing: Any) -> Any:
        """The next one after ``thing``, else the first of all, so that one gets round."""
        waiting = self.model._default_manager.filter(status=Status.REVIEW).order_by("pk")
        return waiting.filter(pk__gt=thing.pk).first() or waiting.exclude(pk=thing.pk).first()

    def _page(self, page: str, key: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[key])

    def _verbs(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """The buttons beside "Save", with what they send."""
        status = obj.status if obj else Status.DRAFT
        if obj and not self.has_change_permission(request, obj):
            return []
        found = [("send_to_review", "Save and send to review")] if status == Status.DRAFT else []
        if may_publish(request.user) and status != Status.PUBLISHED:
            found.append(("publish", "Save and publish"))
        return found

    @admin.display(description="status")
    def state(self, thing: Any) -> str:
        return thing.get_status_display() if thing.pk else "Draft, once it is saved."


VERBS = {
    "send_to_review": (publishing.send_to_review, "Sent to review"),
    "publish": (publishing.publish, "Published"),
}
