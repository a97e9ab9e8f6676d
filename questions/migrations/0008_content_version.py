"""A mark that every change of public content changes in its own transaction, by triggers: so no import, no raw SQL and no
restored backup can change a page behind the cache's back. And indexes for the times things come and go.

SQLite: one row with a number and a random word. PostgreSQL: one row would make all writers wait for each other, so each
transaction adds a row of its own and takes away those of transactions that are over; the rows that are seen are the mark.

On SQLite later migrations that make a table anew drop its triggers, and must add them again: tests/caching tells.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# The tables public pages are made of, and the columns of each that no visitor sees.
TABLES: dict[str, tuple[str, ...]] = {
    "field": ("imported_digest",),
    "group": ("imported_digest",),
    "role": ("imported_digest", "revision", "created_by_id"),
    "roletitle": (),
    "topic": ("imported_digest", "phrases"),
    "topicalias": (),
    "question": ("imported_digest", "revision", "created_by_id", "compared_at"),
    "questiontopic": (),
    "followup": (),
    "benchmark": (),
    "rolequestion": (),
    "resourcelink": ("imported_digest", "revision", "created_by_id", "checked_at", "opened_at"),
    "linktopic": (),
    "rolelink": (),
    "formerslug": (),
}
POSTGRESQL = """
CREATE TABLE content_change (xid xid8 PRIMARY KEY, at timestamptz NOT NULL);
INSERT INTO content_change VALUES (pg_current_xact_id(), transaction_timestamp());
CREATE FUNCTION content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO content_change VALUES (pg_current_xact_id(), transaction_timestamp())
    -- A restored table may have a row with this number, of another server's life.
    ON CONFLICT (xid) DO UPDATE SET at = excluded.at WHERE content_change.at <> excluded.at;
    IF FOUND THEN
        DELETE FROM content_change WHERE xid IN (
            SELECT xid FROM content_change
            WHERE xid <> pg_current_xact_id() AND xid < pg_snapshot_xmin(pg_current_snapshot())
            FOR UPDATE SKIP LOCKED
        );
    END IF;
    RETURN NULL;
END $$;
"""


def columns_of(apps: StateApps, name: str) -> list[str]:
    fields = apps.get_model("questions", name)._meta.concrete_fields
    return [field.column for field in fields if field.column not in TABLES[name]]


def watch(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    if sqlite:
        schema_editor.execute("CREATE TABLE content_version (number INTEGER NOT NULL, word TEXT NOT NULL)", params=None)
        schema_editor.execute("INSERT INTO content_version VALUES (1, hex(randomblob(8)))", params=None)
    else:
        schema_editor.execute(POSTGRESQL, params=None)
    for name in TABLES:
        seen = ", ".join(f'"{column}"' for column in columns_of(apps, name))
        events = {"added": "INSERT", "removed": "DELETE", "changed": f"UPDATE OF {seen}"}
        for what, event in (events if sqlite else events | {"emptied": "TRUNCATE"}).items():
            trigger = f'CREATE TRIGGER content_{name}_{what} AFTER {event} ON "questions_{name}"'
            if sqlite:
                then = "BEGIN UPDATE content_version SET number = number + 1, word = hex(randomblob(8)); END"
            else:
                then = "FOR EACH STATEMENT EXECUTE FUNCTION content_changed()"
            schema_editor.execute(f"{trigger} {then}", params=None)


def look_away(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    sqlite = schema_editor.connection.vendor == "sqlite"
    for name in TABLES:
        for what in ("added", "removed", "changed", "emptied"):
            of = "" if sqlite else f' ON "questions_{name}"'
            schema_editor.execute(f"DROP TRIGGER IF EXISTS content_{name}_{what}{of}", params=None)
    if sqlite:
        schema_editor.execute("DROP TABLE content_version", params=None)
    else:
        schema_editor.execute("DROP FUNCTION content_changed()", params=None)
        schema_editor.execute("DROP TABLE content_change", params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0007_opened_links_and_sent_back")]

    operations = [
        *(
            migrations.AddIndex(
                model,
                models.Index(fields=[column], condition=models.Q(**{f"{column}__isnull": False}), name=f"{name}_{column}"),
            )
            for model, name in (("question", "question"), ("role", "role"), ("resourcelink", "link"))
            for column in ("publish_at", "retire_at")
        ),
        migrations.RunPython(watch, look_away),
    ]
