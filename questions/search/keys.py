"""Which column a thing's name is compared by."""

from typing import Any

from django.db.models import QuerySet

from questions.models import Role


def key_of(names: "QuerySet[Any]") -> str:
    """The column with the normal form of the names of ``names``: roles, other titles, topics or aliases."""
    return "title_key" if names.model is Role else "name_key"
