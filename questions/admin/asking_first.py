"""A page that asks before an action does what visitors notice at once, or what nobody can undo."""

from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from .listing import BankAdmin

ANSWER = "apply"  # in the request once somebody pressed the button of this page
LISTED = 20  # things named on it


def answered(request: HttpRequest) -> bool:
    return ANSWER in request.POST


def ask_first(
    admin: BankAdmin, request: HttpRequest, chosen: QuerySet, *, action: str, what: str, why: str, named: list[Any]
) -> TemplateResponse:
    """Ask whether ``action`` shall go on with all of ``chosen``: ``what`` it does ("retire 3 questions"), ``why`` that is
    asked, and because of which things, ``named`` each with a note on it.
    """
    list_address = reverse(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_changelist")
    context = {
        **admin.admin_site.each_context(request),
        "title": f"{what[:1].upper()}{what[1:]}?",
        "what": what,
        "opts": admin.opts,
        "why": why,
        "named": named[:LISTED],
        "more": max(len(named) - LISTED, 0),
        "action": action,
        "answer": ANSWER,
        "checkbox": ACTION_CHECKBOX_NAME,
        "keys": list(chosen.order_by("pk").values_list("pk", flat=True)),
        # Back to the list as it was filtered; the page of one thing names its fields otherwise.
        "back": request.get_full_path() if request.path == list_address else list_address,
    }
    return TemplateResponse(request, "admin/desk/ask_first.html", context)
