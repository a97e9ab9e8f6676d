"""Forms of what keeps no revisions: who saves second sees what was saved meanwhile before they replace it."""

import hashlib
import json
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.forms.models import model_to_dict
from django.http import HttpRequest


class OvertakenForm(forms.ModelForm):
    """Knows what its thing said when the editor opened it."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened"] = self._digest(self.instance)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.instance.pk and "opened" in self.fields:
            self._compare(values)
        return values

    def _compare(self, values: dict[str, Any]) -> None:
        model = type(self.instance)
        # Locked until this one is saved: of two at the same moment the second must see the first.
        with transaction.atomic():
            saved = model._default_manager.select_for_update().filter(pk=self.instance.pk).first()
        if saved is None or self._digest(saved) == values.get("opened"):
            return
        for name, typed in [(name, values[name]) for name in model_to_dict(saved) if name in values]:
            standing = getattr(saved, name)
            if _plain(standing) != _plain(typed):
                self.add_error(name, f"Saved meanwhile: “{standing}”" if standing else "Emptied meanwhile.")
        self.add_error(
            None,
            "Somebody else saved this while you were writing. Nothing you typed is lost: take over what you want to keep of "
            "theirs, and save again.",
        )
        # What is shown now has been seen.
        seen: Any = self.data.copy()  # type: ignore[attr-defined]
        seen[self.add_prefix("opened")] = self._digest(saved)
        self.data = seen

    def _digest(self, thing: Any) -> str:
        said = model_to_dict(thing, fields=[name for name in self.fields if name != "opened"])
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Browsers end a line with two characters."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


class NotOvertaken(admin.ModelAdmin):
    """The base of their pages. A page with a form of its own derives that from ``OvertakenForm``."""

    form = OvertakenForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        first, *others = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return [first, *others]
        name, options = first
        return [(name, options | {"fields": [*options["fields"], "opened"]}), *others]
