"""Running ``import_onet`` as an operator does."""

from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

from questions.models import Role


def run(folder: Path, **options: Any) -> str:
    """What it prints."""
    out = StringIO()
    call_command("import_onet", str(folder), stdout=out, **options)
    return out.getvalue()


def titles(role: Role) -> set[str]:
    return set(role.titles.values_list("name", flat=True))
