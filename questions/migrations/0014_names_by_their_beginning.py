"""On PostgreSQL, names in the order of code points, to read off those that begin with what somebody types.

In the order of a language they are no use for that, and by groups of three letters a frequent beginning is found in as many
names as the word itself.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NAMES = {"role": "title_key", "roletitle": "name_key"}


def add(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table, column in NAMES.items():
            schema_editor.execute(f'CREATE INDEX {table}_beginning ON questions_{table} ({column} COLLATE "C")', params=None)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table in NAMES:
            schema_editor.execute(f"DROP INDEX {table}_beginning", params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0013_topics_of_a_question")]

    operations = [migrations.RunPython(add, drop)]
