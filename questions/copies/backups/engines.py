"""The database in use, as a backup sees it."""

from types import ModuleType

from django.db import connection

from ..whole import CopyError
from . import postgres, sqlite

ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def in_use() -> ModuleType:
    return ENGINES[connection.vendor]


def name_of(vendor: str) -> str:
    return NAMES.get(vendor, vendor)


def require(vendor: str) -> None:
    """Raises CopyError if the database in use is of another kind than ``vendor``."""
    if vendor != connection.vendor:
        raise CopyError(
            f"This archive holds a database of {name_of(vendor)}, and this site runs on {name_of(connection.vendor)}. Restore "
            f"it into a site on {name_of(vendor)} (DATABASE_URL), and carry the bank over with export_guides and import_guides."
        )
