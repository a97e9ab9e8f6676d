"""Keys for ``filter(pk__in=…)`` as one parameter, since Django takes a while over a thousand of them."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL


def listed(keys: Sequence[int]) -> RawSQL:
    return RawSQL(_SQL[connection.vendor], [parameter(keys)])  # noqa: S611 - no input in the SQL


def parameter(keys: Sequence[int]) -> Any:
    """``keys`` as ``listed`` hands them to the database."""
    return json.dumps(list(keys)) if connection.vendor == "sqlite" else list(keys)


_SQL = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT unnest(%s::bigint[])"}
