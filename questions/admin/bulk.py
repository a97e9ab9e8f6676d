"""One change to all questions chosen in the list: which topics, which roles, which kind is asked on a page of its own."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from questions.editorial import bulk
from questions.editorial.publishing import Outcome
from questions.models import Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.vocabulary import Kind

from .actions import StatusActions
from .choices import SuggestMany, label_choices
from .links import plural
from .outcomes import tell

LISTED = 20  # questions named on the page


class BulkActions(StatusActions):
    bulk_actions = ["add_topics", "remove_topics", "add_roles", "remove_roles", "change_kind"]

    @admin.action(permissions=["write"], description="Add topics to selected questions…")
    def add_topics(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._ask(request, queryset, self._things(Topic), "Topics to add", bulk.add_topics, "Given topics")

    @admin.action(permissions=["write"], description="Remove topics from selected questions…")
    def remove_topics(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._ask(request, queryset, self._things(Topic), "Topics to remove", bulk.remove_topics, "Freed of topics")

    @admin.action(permissions=["write"], description="Add selected questions to roles…")
    def add_roles(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._ask(request, queryset, self._things(Role), "Roles that ask them", bulk.add_roles, "Added to roles")

    @admin.action(permissions=["write"], description="Take selected questions off roles…")
    def remove_roles(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._ask(request, queryset, self._things(Role), "Roles to take them off", bulk.remove_roles, "Taken off roles")

    @admin.action(permissions=["write"], description="Change the kind of selected questions…")
    def change_kind(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        field = forms.TypedChoiceField(choices=Kind.choices(), coerce=Kind)
        return self._ask(request, queryset, field, "Their kind", bulk.change_kind, "Changed in kind")

    def _things(self, model: type[Topic] | type[Role]) -> forms.ModelMultipleChoiceField:
        source = (QuestionTopic._meta.get_field("tag"), RoleQuestion._meta.get_field("role"))[model is Role]
        field = forms.ModelMultipleChoiceField(model._default_manager.all(), widget=SuggestMany(source, self.admin_site))
        label_choices(field, self.admin_site)
        return field

    def _ask(
        self,
        request: HttpRequest,
        questions: QuerySet,
        field: forms.Field,
        label: str,
        verb: Callable[..., Outcome],
        done: str,
    ) -> HttpResponse | None:
        if self.too_many(request, questions):
            return None
        field.label = label
        form_class = type("BulkForm", (forms.Form,), {"value": field})
        form = form_class(request.POST if "apply" in request.POST else None)
        if form.is_valid():
            tell(self, request, verb(questions, form.cleaned_data["value"], by=request.user), done)
            return None
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": label,
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "action": request.POST.get("action"),
            "checkbox": ACTION_CHECKBOX_NAME,
            "keys": list(questions.order_by("pk").values_list("pk", flat=True)),
            "first": questions.order_by("pk")[:LISTED],
            "number": plural(Question, questions.count()),
        }
        return TemplateResponse(request, "admin/desk/bulk.html", context)
