"""The admin site: Django's own, with our name, a desk, and choices that tell two roles of one title apart."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path

from questions.editorial import desk


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

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {"desk": desk.sections_for(request.user), **(extra_context or {})})

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        from questions.admin.again import tried_again  # the admin of our models needs the site it stands in

        return super().admin_view(tried_again(view), cacheable)

    def get_urls(self) -> list[Any]:
        from questions.admin.help import help_view  # it needs the site it stands in

        return [path("guide/", self.admin_view(help_view), name="guide"), *super().get_urls()]

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Suggestions.as_view(admin_site=self)(request)
