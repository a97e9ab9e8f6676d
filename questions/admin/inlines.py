"""What rows inside a form share: doubles are told before the database refuses them, and a row without a place goes last."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Manager, Max, Model, UniqueConstraint
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.forms.utils import pretty_name
from django.http import HttpRequest
from django.utils.text import capfirst

from questions.models.keys import KeyField

from .choices import SuggestingMixin
from .parts import rows_from


class Rows(SuggestingMixin, admin.TabularInline):
    """The base of every inline here."""

    extra = 0

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> Any:
        """With what each field is called, for those who do not see the heads of the columns."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.deletion_widget = forms.CheckboxInput(attrs={"aria-label": "Delete"})  # type: ignore[assignment]
        for name, field in formset.form.base_fields.items():
            field.widget.attrs.setdefault("aria-label", capfirst(field.label or pretty_name(name)))
        return formset

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        """As many more as a pending revision has, whose rows are in no table yet."""
        return self.extra + len(rows_from(obj, self.model) or [])


class Listed(forms.ModelForm):
    """A row of a thing that keeps revisions. The rows are saved as one list, which takes the place of what is there: that
    the bank has such a row is no fault, and two of one kind in the list are told by the list.
    """

    def validate_unique(self) -> None:
        pass

    validate_constraints = validate_unique


# A longer list is not edited row by row inside another form: see AddOnly.
SHORT = 60


class KeyedFormSet(BaseInlineFormSet):
    """Rows that are the same in normal form ("MLIS", "mlis ") get the constraint's message, on the second of them."""

    model: type[Model]

    def validate_unique(self) -> None:
        super().validate_unique()
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                for key in map(self.model._meta.get_field, constraint.fields):
                    if isinstance(key, KeyField):
                        self._refuse_doubles(key, constraint.violation_error_message)

    def _refuse_doubles(self, key: KeyField, message: Any) -> None:
        seen = set()
        for form in self.forms:
            typed = getattr(form, "cleaned_data", {})
            text = typed.get(key.source)
            if not text or typed.get(DELETION_FIELD_NAME):
                continue
            value = key.normal(text)
            if value in seen:
                form.add_error(key.source, message)
            seen.add(value)


class PlacedForm(forms.ModelForm):
    """A row with a position. Subclasses name the foreign key to what it is placed in."""

    placed_in: str
    position = forms.IntegerField(required=False, min_value=0, max_value=32_767, help_text="Empty puts it last.")

    def clean_position(self) -> int | None:
        return self.cleaned_data["position"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("position") is None and "position" not in self.errors:
            values["position"] = self._last() + 1
        return values

    def _last(self) -> int:
        whole = self.cleaned_data.get(self.placed_in)
        if not whole or not whole.pk:
            return 0
        rows = self._meta.model._default_manager.filter(**{self.placed_in: whole})
        return rows.aggregate(last=Max("position"))["last"] or 0


class AddOnly(admin.options.InlineModelAdmin):
    """For an inline whose list got long (a question that 3,000 roles ask): the form still adds, a link leads to the rest.

    One form with thousands of rows would be refused by the server when it is sent back.
    """

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_view_permission


def is_long(rows: Manager) -> bool:
    """Whether there are too many ``rows`` for one form, without counting them all."""
    return len(rows.values_list("pk")[: SHORT + 1]) > SHORT
