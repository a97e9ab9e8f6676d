"""The admin site: Django's own, with our name, and choices that tell two roles of one title apart."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet
from django.http import HttpRequest


class Suggestions(AutocompleteJsonView):
    """What an autocomplete offers, under the label its model's admin gives (``choice_label``)."""

    def get_queryset(self) -> QuerySet:
        related: Any = self.model_admin.list_select_related
        return super().get_queryset().select_related(*related) if related else super().get_queryset()

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, Any]:
        label = getattr(self.model_admin, "choice_label", str)
        return {**super().serialize_result(obj, to_field_name), "text": label(obj)}


class BankSite(AdminSite):
    site_header = site_title = index_title = "prepsite"

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Suggestions.as_view(admin_site=self)(request)
