"""Guides through the admin: send a file, read what it would do, then import it or throw it away."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from prepsite.sizes import takes_files
from questions.editorial.rights import may_upload
from questions.editorial.uploads import keeping
from questions.editorial.uploads.unpacking import ENDINGS, LARGEST, MOST_FILES, MOST_UNPACKED, Refused, members
from questions.models import Field, Group, GuideImport, GuideUpload

from . import upload_runs

GONE = "This upload is not there any more: it was imported or thrown away, or it was older than a day."
MOST_SUGGESTED = 500


class OptionsForm(forms.Form):
    """How guides are imported; handed on from page to page."""

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, label_suffix="")

    field = forms.CharField(
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "fields", "class": "vTextField"}),
        help_text="For a single file that does not name its field itself. A zip has it in its folders.",
    )
    group = forms.CharField(
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "groups", "class": "vTextField"}),
        help_text="The group within that field, likewise.",
    )
    as_draft = forms.BooleanField(
        label="New things arrive as drafts",
        required=False,
        initial=True,
        help_text="An editor reads and publishes them. Without this they are public at once, unless the guide says otherwise.",
    )
    overwrite = forms.BooleanField(
        label="The guides win over editors' changes",
        required=False,
        help_text="What editors changed, took off or removed comes back as the guides have it. Else it stays, and is listed.",
    )


class UploadForm(OptionsForm):
    file = forms.FileField(
        widget=forms.ClearableFileInput(attrs={"accept": ",".join([*ENDINGS, ".yaml", ".zip"])}),
        help_text=(
            f"A guide ({', '.join(ENDINGS)}), topics.yaml or catalogue.yaml; or a zip of folders Field/Group/Role.md: "
            f"at most {LARGEST // 1_000_000} MB, {MOST_FILES:,} files and {MOST_UNPACKED // 1_000_000} MB unpacked."
        ),
    )
    field_order = ["file"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        file = values.get("file")
        if file is None or "field" not in values or "group" not in values:
            return values
        if file.size > LARGEST:
            self.add_error("file", f"It is larger than {LARGEST // 1_000_000} MB. Send it in parts.")
            return values
        values["data"] = file.read()
        try:
            values["count"] = len(members(file.name, values["data"], field=values["field"], group=values["group"]))
        except Refused as refusal:
            self.add_error("file", str(refusal))
            return values
        if not values["count"]:
            self.add_error("file", "There is no file in the zip.")
        return values


def for_importers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_upload(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(checked)


def urls() -> list[URLPattern]:
    return [
        path("upload/", for_importers(upload), name="questions_guideimport_upload"),
        path("upload/<int:key>/", for_importers(require_safe(report)), name="questions_guideimport_report"),
        path("upload/<int:key>/import/", for_importers(require_POST(import_now)), name="questions_guideimport_import"),
        path("upload/<int:key>/discard/", for_importers(require_POST(discard)), name="questions_guideimport_discard"),
    ]


@takes_files(LARGEST)
def upload(request: HttpRequest) -> HttpResponse:
    """The form; a file that is no upload of guides comes back with the reason."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        kept = keeping.keep(values["file"].name, values["data"], by=request.user)
        options = {name: values[name] or "" for name in OptionsForm.base_fields}
        return redirect(reverse("admin:questions_guideimport_report", args=[kept.pk], query=options))
    places = {
        "fields": Field.objects.values_list("name", flat=True)[:MOST_SUGGESTED],
        "groups": Group.objects.values_list("name", flat=True).distinct()[:MOST_SUGGESTED],
        "waiting": keeping.seen_by(request.user).defer("data").select_related("sent_by"),
    }
    return _page(request, "upload", "Upload guides", form=form, **places)


def report(request: HttpRequest, key: int) -> HttpResponse:
    """What an import of the upload would do; nothing is written."""
    kept = GuideUpload.objects.filter(pk=key).first()
    if kept is None:
        return _gone(request)
    if not keeping.seen_by(request.user).filter(pk=key).exists():
        raise PermissionDenied
    form = OptionsForm(request.GET)
    if not form.is_valid():
        return redirect("admin:questions_guideimport_upload")
    try:
        result = upload_runs.trial(kept, form.cleaned_data, by=request.user)
    except Refused as refusal:
        return _refused(request, refusal)
    return _page(request, "report", f"What “{kept.name}” would do", upload=kept, form=form, result=result)


def import_now(request: HttpRequest, key: int) -> HttpResponse:
    form = OptionsForm(request.POST)
    if not form.is_valid():
        return redirect("admin:questions_guideimport_upload")
    kept = keeping.take(key, by=request.user)
    if kept is None:
        return _gone(request)
    try:
        result = upload_runs.apply(kept, form.cleaned_data, by=request.user)
    except Refused as refusal:
        # It waits again: only the options it was sent with are no good.
        return _refused(request, refusal)
    return _page(request, "result", f"What “{kept.name}” did", upload=kept, result=result)


def discard(request: HttpRequest, key: int) -> HttpResponse:
    kept = keeping.take(key, by=request.user)
    if kept is None:
        return _gone(request)
    messages.success(request, f"“{kept.name}” was thrown away. Nothing was imported.")
    return redirect("admin:questions_guideimport_upload")


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("admin:questions_guideimport_upload")


def _gone(request: HttpRequest) -> HttpResponse:
    messages.warning(request, GONE)
    return redirect("admin:questions_guideimport_upload")


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= admin.site.each_context(request) | {"title": title, "opts": GuideImport._meta}
    return render(request, f"admin/uploads/{name}.html", context)
