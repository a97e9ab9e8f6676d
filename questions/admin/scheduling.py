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
    publish_at = forms.SplitDateTimeField(
        label="Public from", required=False, widget=AdminSplitDateTime, help_text="Empty: at once. The site's own time zone."
    )
    retire_at = forms.SplitDateTimeField(
        label="Public until", required=False, widget=AdminSplitDateTime, help_text="Empty: until somebody retires it."
    )

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
        return values


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
        initial = {"publish_at": thing.publish_at, "retire_at": thing.retire_at}
        form = ScheduleForm(request.POST or None, initial=initial)
        if form.is_valid():
            times = form.cleaned_data
            outcome = publishing.publish([thing], by=request.user, at=times["publish_at"], until=times["retire_at"])
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
