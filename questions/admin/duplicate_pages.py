"""The page on which two questions become one, and the one that takes it back. How is in questions.editorial.duplicates."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from questions.editorial.duplicates import merging
from questions.editorial.duplicates.merging import CannotMergeError
from questions.editorial.rights import may_publish
from questions.models import NearDuplicate, Question


class MergeForm(forms.Form):
    """Which of two questions stays."""

    stays = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, error_messages={"required": "Choose the question that stays."}
    )

    def __init__(self, *args: Any, pair: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stays"]
        field.choices = [(question.pk, "Keep this one") for question in pair]
        # What visitors know stays, then what says more; else the older one.
        best = max(pair, key=lambda question: (question.is_published, question.has_guidance, -question.pk))
        field.initial = best.pk


def of_pairs(admin: Any) -> list[URLPattern]:
    """For ``NearDuplicateAdmin.get_urls``."""
    view = admin.admin_site.admin_view(partial(merge_view, admin))
    return [path("<int:key>/merge/", view, name="questions_nearduplicate_merge")]


def of_questions(admin: Any) -> list[URLPattern]:
    """For ``QuestionAdmin.get_urls``."""
    view = admin.admin_site.admin_view(partial(take_back_view, admin))
    return [path("<int:key>/take-back/", view, name="questions_question_take_back")]


def merge_view(admin: Any, request: HttpRequest, key: int) -> HttpResponse:
    publisher: Any = request.user
    if not may_publish(publisher):
        raise PermissionDenied
    found = get_object_or_404(NearDuplicate, pk=key)
    rows = Question.objects.with_guidance().with_topics().prefetch_related("role_questions__role")
    pair = list(rows.filter(pk__in=[found.first_id, found.second_id]).order_by("pk"))
    form = MergeForm(request.POST if request.method == "POST" else None, pair=pair)
    if form.is_valid():
        stays, gone = sorted(pair, key=lambda question: question.pk != form.cleaned_data["stays"])
        try:
            merging.merge(gone, stays, by=publisher)
        except CannotMergeError as error:
            form.add_error("stays", str(error))
        else:
            return _merged(admin, request, gone, stays)
    columns = list(zip(pair, form["stays"], strict=True))
    return _page(admin, request, "merge", "Merge two questions", pair=found, form=form, columns=columns)


def take_back_view(admin: Any, request: HttpRequest, key: int) -> HttpResponse:
    publisher: Any = request.user
    if not may_publish(publisher):
        raise PermissionDenied
    question = get_object_or_404(Question.objects.select_related("merged_into"), pk=key, merged_into__isnull=False)
    if request.method == "POST":
        merging.take_back(question, by=publisher)
        said = "Taken back: its page no longer leads to another one. It is still retired; send it back to draft to use it again."
        admin.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:questions_question_change", args=[key]))
    return _page(admin, request, "take_back", "Take a merge back", question=question)


def _merged(admin: Any, request: HttpRequest, gone: Question, stays: Question) -> HttpResponse:
    address = reverse("admin:questions_question_change", args=[gone.pk])
    said = 'Merged: “<a href="{}">{}</a>” is retired, and its page leads to this one.'
    admin.message_user(request, format_html(said, address, gone), messages.SUCCESS)
    return HttpResponseRedirect(reverse("admin:questions_question_change", args=[stays.pk]))


def _page(admin: Any, request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= {**admin.admin_site.each_context(request), "title": title, "opts": admin.opts}
    return TemplateResponse(request, f"admin/duplicates/{name}.html", context)
