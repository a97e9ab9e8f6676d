"""The page on which a publisher says from when, and until when, a thing is public."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from questions.editorial import publishing
from questions.editorial.rights import may_publish

from .outcomes import tell


class ScheduleForm(forms.Form):
    """The times of ``thing``; refused once if they, or anything else of it, were changed since the form was opened."""

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    publish_at = forms.SplitDateTimeField(
        label="Public from", required=False, widget=AdminSplitDateTime, help_text="Empty: at once. The site's own time zone."
    )
    retire_at = forms.SplitDateTimeField(
        label="Public until", required=False, widget=AdminSplitDateTime, help_text="Empty: until somebody retires it."
    )

    def __init__(self, data: Any, thing: Any) -> None:
        times = {"publish_at": thing.publish_at, "retire_at": thing.retire_at}
        super().__init__(data, initial=times | {"base": thing.revision})
        self.thing = thing

    def clean_retire_at(self) -> dt.datetime | None:
        until: dt.datetime | None = self.cleaned_data["retire_at"]
        if until and until <= timezone.now():
            raise forms.ValidationError("This moment is over. To take it off now, retire it instead.")
        return until

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        begin, until = values.get("publish_at"), values.get("retire_at")
        if begin and until and begin >= until:
            raise forms.ValidationError("“Public until” must come after “public from”.")
        if values.get("base") != self.thing.revision:
            # What was typed stays, and goes through when it is sent once more.
            typed: Any = self.data
            self.data = {**typed.dict(), "base": str(self.thing.revision)}
            raise forms.ValidationError(f"Somebody else changed this while you were choosing. {self._now()} Send yours again?")
        return values

    def _now(self) -> str:
        begin, until = (
            time and f"{timezone.localtime(time):%Y-%m-%d %H:%M}" for time in (self.thing.publish_at, self.thing.retire_at)
        )
        return f"It is {self.thing.get_status_display().lower()} now, from “{begin or 'at once'}” until “{until or 'retired'}”."


class Scheduling(admin.ModelAdmin):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.schedule_view)
        return [
            path("<int:key>/schedule/", view, name=f"{self.opts.app_label}_{self.opts.model_name}_schedule"),
            *super().get_urls(),
        ]

    def schedule_view(self, request: HttpRequest, key: int) -> HttpResponse:
        if not (may_publish(request.user) and self.has_view_permission(request)):
            raise PermissionDenied
        thing = self.model._default_manager.filter(pk=key).first()
        if thing is None:
            raise Http404
        form = ScheduleForm(request.POST or None, thing)
        if form.is_valid():
            said = form.cleaned_data
            times = {"at": said["publish_at"], "until": said["retire_at"]}
            outcome = publishing.schedule(thing, by=request.user, base=said["base"], **times)
            tell(self, request, outcome, "Scheduled")
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", key)
        context = {
            **self.admin_site.each_context(request),
            "title": "Public from and until",
            "subtitle": str(thing),
            "opts": self.opts,
            "thing": thing,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/desk/schedule.html", context)
