"""The heat map of one group: its roles by what they ask about. The admin of roles hooks it in."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from questions.editorial import coverage
from questions.models import Group, Question, Role


class GroupField(forms.ModelChoiceField):
    def label_from_instance(self, group: Any) -> str:
        return f"{group.name} · {group.field}"


class ChooseGroup(forms.Form):
    group = GroupField(
        Group.objects.select_related("field").order_by("name_key", "pk"),
        empty_label="Choose a group",
        error_messages={"invalid_choice": "There is no such group any more. Choose another one."},
    )


class Begin(forms.Form):
    """From which role on the gaps are looked for."""

    start = forms.IntegerField(required=False, min_value=0, max_value=1_000_000)


def urls(admin_site: admin.AdminSite) -> list[URLPattern]:
    """For ``RoleAdmin.get_urls``, before its own."""
    return [path("coverage/", admin_site.admin_view(coverage_view), name="questions_role_coverage")]


def may_see(request: HttpRequest) -> bool:
    site: Any = admin.site
    return all(site.get_model_admin(model).has_view_permission(request) for model in (Question, Role))


def coverage_view(request: HttpRequest) -> HttpResponse:
    site: Any = admin.site
    if not may_see(request):
        raise PermissionDenied
    form = ChooseGroup(request.GET if "group" in request.GET else None)
    context = site.each_context(request) | {"title": "Coverage", "opts": Role._meta, "form": form}
    if form.is_valid():
        group = form.cleaned_data["group"]
        page = Paginator(coverage.roles_of(group), coverage.MOST_ROLES).get_page(request.GET.get("page"))
        table = coverage.coverage_of(group, max(page.start_index() - 1, 0))
        questions = reverse("admin:questions_question_changelist")
        context |= {
            "title": f"Coverage: {group}",
            "page": page,
            "table": table,
            "rows": [(role, [_shown(cell, questions) for cell in cells]) for role, cells in table.rows],
            "shades": enumerate(coverage.SHADES.values(), start=1),
        }
    elif not form.is_bound:
        begin = Begin(request.GET)
        missing = coverage.missing_topics(start=begin.cleaned_data["start"] or 0 if begin.is_valid() else 0)
        context |= {"gaps": missing.groups.items(), "following": missing.following, "number": len(missing.pairs)}
    return render(request, "admin/coverage.html", context)


def _shown(cell: coverage.Cell, questions: str) -> dict[str, Any]:
    """What the table shows of ``cell``; an empty one leads to questions of any status, in case a draft waits."""
    where: dict[str, Any] = {"role": cell.role.pk, "topic": cell.topic.pk}
    if cell.number:
        where["public"] = "yes"
    text = "missing" if cell.missing else f"{cell.number:,}"
    return {
        "text": text,
        "label": f"{cell.role}, {cell.topic}: {text}",
        "class": "missing" if cell.missing else f"shade-{cell.shade}",
        "address": f"{questions}?{urlencode(where)}",
    }
