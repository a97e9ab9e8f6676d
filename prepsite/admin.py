"""The admin site: Django's own, with our name, a desk, choices that tell two roles of one title apart, and our sign-in."""

from functools import wraps
from typing import Any

from allauth.account.views import logout
from django.contrib.admin import AdminSite
from django.contrib.admin.exceptions import DisallowedModelAdminToField
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import path, reverse

from accounts import resending, second_factor
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

        shown = super().admin_view(tried_again(view), cacheable)

        @wraps(shown)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if second_factor.is_missing(request.user):
                return redirect("mfa_index")
            if request.method == "POST" and request.user.is_anonymous:
                return resending.offer(request)
            if request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR)) == "":
                raise DisallowedModelAdminToField("An empty name of a field, which Django takes for one.")
            return shown(request, *args, **kwargs)

        return guarded

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            return render(request, "account/not_staff.html", status=403)
        return redirect_to_login(request.GET.get("next", reverse("admin:index")))

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return logout(request)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("account_change_password")

    def get_urls(self) -> list[Any]:
        from questions.admin.help import help_view  # it needs the site it stands in

        return [path("guide/", self.admin_view(help_view), name="guide"), *super().get_urls()]

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Suggestions.as_view(admin_site=self)(request)
