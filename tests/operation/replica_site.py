"""A site with a replica, which is a copy of its SQLite file: ``python -m tests.operation.replica_site STEP …``.

Prints as JSON, for each step that is a visit, what the page says of the role, and the databases its models were read from.
"""

import json
import sqlite3
import sys
from contextlib import ExitStack
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import DatabaseError, connections  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from prepsite import settings as running  # noqa: E402
from questions.models import Role  # noqa: E402
from tests.factories import make_role  # noqa: E402

ROLE = "/roles/bookmobile-librarian/"
BOTH = ("default", "replica")


def begin() -> None:
    make_role(title="Bookmobile Librarian", summary="Drives.")


def edit() -> None:
    Role.objects.update(summary="Drives to people.")


def catch_up() -> None:
    """The replica becomes what the first database is."""
    connections["replica"].close()
    with (
        sqlite3.connect(settings.DATABASES["default"]["NAME"]) as first,
        sqlite3.connect(settings.DATABASES["replica"]["NAME"]) as replica,
    ):
        first.backup(replica)


def forget_tables() -> None:
    """The replica still tells its version, and fails half-way through a page."""
    with connections["replica"].cursor() as cursor:
        cursor.execute("DROP TABLE questions_roletitle")


def go_down() -> None:
    def down(*args: Any) -> None:
        raise DatabaseError("gone")

    connections["replica"].cursor = down  # type: ignore[method-assign]


def visit(path: str = ROLE) -> dict[str, Any]:
    read: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if 'FROM "questions_' in sql:
            read.add(context["connection"].alias)
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for alias in BOTH:
            stack.enter_context(connections[alias].execute_wrapper(note))
        page = Client(raise_request_exception=False).get(path)
    says = "to people" if "Drives to people." in page.text else "drives" if "Drives." in page.text else ""
    return {"status": page.status_code, "says": says, "read": sorted(read)}


STEPS = {"begin": begin, "edit": edit, "catch-up": catch_up, "forget-tables": forget_tables, "go-down": go_down}

if __name__ == "__main__":
    setup_test_environment()
    with override_settings(MIDDLEWARE=running.MIDDLEWARE, LOGGING_CONFIG=None):
        seen = []
        for step in sys.argv[1:]:
            if step.startswith("/"):
                seen.append(visit(step))
            else:
                STEPS[step]()
    print(json.dumps(seen))
