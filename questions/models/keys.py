"""Columns that hold the normal form of another column, so that the database itself can say "this one exists already"."""

from collections.abc import Callable, Collection
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models


class KeyField(models.CharField):
    """The normal form of the field ``source``, computed by ``normal`` whenever a row is written (bulk_create included).

    ``update()`` and ``bulk_update()`` do not run it: set the key yourself there.
    """

    def __init__(self, *, source: str, normal: Callable[[str], str], **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs["editable"] = False
        super().__init__(**kwargs)
        self.source = source
        self.normal = normal

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["editable"]
        return name, path, args, {**kwargs, "source": self.source, "normal": self.normal}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = self.normal(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key


class Keyed(models.Model):
    """A model with key fields: forms check their constraints too and show the message beside the field people typed."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        left_out = set(exclude or ())
        errors: dict[str, list] = {}
        keys = [field for field in self._meta.concrete_fields if isinstance(field, KeyField)]
        for key in keys:
            faults = self._key_errors(key) or ([] if key.source in left_out else self._form_errors(key))
            for message in faults:
                where = NON_FIELD_ERRORS if key.source in left_out else key.source
                errors.setdefault(where, []).append(message)
        try:
            super().validate_constraints(exclude=left_out | {key.name for key in keys})
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def _form_errors(self, key: KeyField) -> list[ValidationError]:
        """The source field's validators let a few texts pass that have no normal form (a port of 99999) or too long a one."""
        try:
            value = key.pre_save(self, add=self._state.adding)
        except ValueError:
            return [ValidationError("This is not valid.", code="invalid")]
        return [ValidationError("This is too long.", code="max_length")] if len(value) > (key.max_length or 0) else []

    def _key_errors(self, key: KeyField) -> list[ValidationError]:
        try:
            key.pre_save(self, add=self._state.adding)
        except ValueError:
            return []  # told by the source field's own validators, or by _form_errors
        found = []
        for constraint in self._meta.constraints:
            names = getattr(constraint, "fields", ())
            columns = [field for field in self._meta.concrete_fields if field.name in names]
            # A part left empty has a message of its own; comparing with it would only add a confusing second one.
            if key in columns and all(column.value_from_object(self) for column in columns):
                try:
                    constraint.validate(type(self), self)
                except ValidationError as error:
                    found.extend(error.error_list)
        return found
