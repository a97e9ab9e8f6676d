"""What an archive says of itself, and the same of the database in use."""

import json
import tomllib
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from questions.caching.version import content_version

from ..whole import CopyError

# Raised when an older prepsite could not make sense of an archive any more.
FORMAT = 1
# Not in an archive: who is signed in. Who holds one is not to enter by it, and a session that ended stays ended.
PASSING = {"django_session"}
# What people are told of, of all that is counted.
MAIN = (
    *(f"questions.{name}" for name in ("field", "group", "role", "topic", "question", "resourcelink", "revision", "message")),
    "auth.user",
)


@dataclass(frozen=True)
class Member:
    """``size`` in bytes."""

    size: int
    sha256: str


@dataclass(frozen=True)
class State:
    """What a database is: ``counts`` of rows by table, ``place`` the schema on PostgreSQL, ``migrations`` as "app.name"."""

    engine: str
    engine_version: str
    place: str
    extensions: list[str]
    migrations: list[str]
    counts: dict[str, int]
    content_version: str


@dataclass(frozen=True)
class Manifest(State):
    prepsite: str
    django: str
    made_at: str
    members: dict[str, Member] = field(default_factory=dict)
    format: int = FORMAT

    def to_json(self) -> str:
        return json.dumps({"program": "prepsite", **asdict(self)}, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Manifest":
        """Raises CopyError for what is no manifest of ours, or of a later format."""
        try:
            said = json.loads(text)
        except ValueError as error:
            raise CopyError("This is not a backup of prepsite: its manifest cannot be read.") from error
        if not isinstance(said, dict) or said.get("program") != "prepsite":
            raise CopyError("This is not a backup of prepsite.")
        if not isinstance(said.get("format"), int) or said["format"] > FORMAT:
            raise CopyError(
                f"This archive was made by a newer prepsite ({said.get('prepsite')}), in a format this one does not know: "
                "update prepsite, then restore it."
            )
        try:
            known = {each.name: said[each.name] for each in fields(cls)}
            known["members"] = {name: Member(**member) for name, member in known["members"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise CopyError(f"The manifest of this archive is damaged: {error} is missing or wrong.") from error
        return cls(**known)


def state() -> State:
    """Of the database behind Django's default connection, as the transaction it is in sees it."""
    postgres = connection.vendor == "postgresql"
    migrations = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    return State(
        engine=connection.vendor,
        engine_version=".".join(map(str, connection.get_database_version())),
        place=_ask("SELECT current_schema()")[0][0] if postgres else "",
        extensions=[name for (name,) in _ask(EXTENSIONS)] if postgres else [],
        migrations=migrations,
        counts=counts(),
        content_version=content_version() if "questions.0008_content_version" in migrations else "",
    )


EXTENSIONS = (
    "SELECT extname FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace"
    " WHERE nspname = current_schema() ORDER BY extname"
)


def counts() -> dict[str, int]:
    """Rows of each of our tables there is, but the passing ones."""
    there = set(connection.introspection.table_names())
    models = apps.get_models(include_auto_created=True)
    tables = sorted({model._meta.db_table for model in models if model._meta.managed} & there - PASSING)
    return {table: count_of(table) for table in tables}


def count_of(table: str) -> int:
    return int(_ask(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")[0][0])  # noqa: S608 - quoted


def describe(found: State) -> Manifest:
    """A manifest of ``found``, made now, without members."""
    return Manifest(
        **{each.name: getattr(found, each.name) for each in fields(State)},
        prepsite=version(),
        django=django.get_version(),
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def version() -> str:
    """Of prepsite, as pyproject.toml says it."""
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def main_counts(counted: dict[str, int]) -> dict[str, int]:
    """What people are told of, by its plural name."""
    models = [apps.get_model(name) for name in MAIN]
    return {str(model._meta.verbose_name_plural): counted.get(model._meta.db_table, 0) for model in models}


def _ask(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
