"""What revisions speak of: which model, which row, at which admin address, and who may look at it."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from questions.editorial.snapshots import TEXTS
from questions.models import Revision

MODELS: dict[str, type[Model]] = {str(model._meta.model_name): model for model in TEXTS}


def thing_of(revision: Revision) -> Any:
    """The thing a revision is one of; None if it has been deleted."""
    return MODELS[revision.kind]._default_manager.filter(pk=revision.thing).first()


def kinds_seen_by(request: HttpRequest, site: admin.AdminSite) -> list[str]:
    return [kind for kind, model in MODELS.items() if site.get_model_admin(model).has_view_permission(request)]


def require_view(request: HttpRequest, site: admin.AdminSite, kind: str) -> None:
    """Raise PermissionDenied if the user may not look at things of ``kind``."""
    if not site.get_model_admin(MODELS[kind]).has_view_permission(request):
        raise PermissionDenied


def address_of(thing: Any, page: str) -> str:
    """Of a page ("change", "history", "preview") of ``thing`` in the admin."""
    return reverse(f"admin:questions_{thing._meta.model_name}_{page}", args=[thing.pk])
