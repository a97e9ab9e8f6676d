"""Filters of the lists. Each takes only values it offers: what it does not know leaves the list unfiltered."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest

from questions.vocabulary import Status, Word

from .choices import Suggest, label_choices


class WordFilter(admin.SimpleListFilter):
    """By a column that holds one of a closed list of words."""

    words: type[Word]
    parameter_name: str

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return self.words.choices()

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() in set(self.words):
            return queryset.filter(**{self.parameter_name: self.value()})
        return queryset


class StatusFilter(WordFilter):
    title = "status"
    parameter_name = "status"
    words = Status


class RelatedFilter(admin.ListFilter):
    """By one of many things (300 topics, 5,000 roles), found by typing a part of its name.

    ``source`` is a foreign key to such things; its admin's search makes the suggestions.
    """

    template = "admin/related_filter.html"
    parameter_name: str
    source: ForeignKey
    hidden_until_used = False

    def __init__(self, request: HttpRequest, params: dict[str, list[str]], model: type[Model], model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        key = self.source
        widget = Suggest(key, model_admin.admin_site, attrs={"data-width": "100%", "aria-label": self.title})
        self.field = forms.ModelChoiceField(key.related_model._default_manager, widget=widget, required=False)
        label_choices(self.field, model_admin.admin_site)
        asked = params.pop(self.parameter_name, [""])[-1]
        try:
            self.chosen = self.field.clean(asked)
        except forms.ValidationError:
            self.chosen = None

    def narrow(self, queryset: Any, chosen: Any) -> Any:
        """The rows of ``queryset`` that belong to ``chosen``."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self.narrow(queryset, self.chosen) if self.chosen else queryset

    def has_output(self) -> bool:
        return bool(self.chosen) or not self.hidden_until_used

    def expected_parameters(self) -> list[str | None]:
        return [self.parameter_name]

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        form_class = type("RelatedFilterForm", (forms.Form,), {self.parameter_name: self.field})
        form = form_class(initial={self.parameter_name: self.chosen}, auto_id="filter-%s")
        kept = [(name, value) for name, values in changelist.filter_params.items() for value in values]
        yield {
            "chosen": self.chosen,
            "field": form[self.parameter_name],
            "kept": [(name, value) for name, value in kept if name != self.parameter_name],
            "without": changelist.get_query_string(remove=[self.parameter_name]),
        }
