"""Choosing one of many: by typing a part of its name, under a label that tells two of one name apart."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db.models import ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

LONGEST_KEY = 18  # digits, of a 64-bit number


class KeysOnly(AutocompleteMixin):
    """Django's own widget fails on a refused value that cannot be a key when it draws the form again."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        keys = [key for key in map(str, value) if key.isdecimal() and len(key) <= LONGEST_KEY]
        return super().optgroups(name, keys, attr)


class Suggest(KeysOnly, AutocompleteSelect):
    pass


class SuggestMany(KeysOnly, AutocompleteSelectMultiple):
    pass


class SuggestingMixin(BaseModelAdmin):
    """For pages and inlines: ``autocomplete_fields`` show the choice label of the other model's admin."""

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> ModelChoiceField | None:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Suggest(db_field, self.admin_site)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field:
            label_choices(field, self.admin_site)
        return field

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Beside "choose another one", an icon that deletes a whole topic or role invites the wrong click.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


def label_choices(field: Any, site: AdminSite) -> None:
    """Give ``field`` (a ModelChoiceField) the labels, and the joins they need, of its model's admin."""
    other: Any = site.get_model_admin(field.queryset.model)
    field.label_from_instance = other.choice_label
    if other.list_select_related:
        field.queryset = field.queryset.select_related(*other.list_select_related)
