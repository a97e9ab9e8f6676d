"""PostgreSQL: a topic or role that was given to a question just while it was published was not counted. The functions of 0010 as
they should have been from the beginning, and the counts anew. SQLite, where one writes at a time, counted right.
"""

from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def count_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        return
    counts = import_module("questions.migrations.0010_question_counts")
    for kept in counts.KEPT:
        # Nobody may place or publish between the count and the end of this.
        schema_editor.execute(f"LOCK TABLE {counts.QUESTION}, {kept.places} IN SHARE ROW EXCLUSIVE MODE", params=None)
        for statement in counts.postgresql(kept):
            if statement.startswith("CREATE OR REPLACE FUNCTION"):
                schema_editor.execute(statement, params=None)
        schema_editor.execute(f"DELETE FROM {kept.counts}", params=None)  # noqa: S608
        schema_editor.execute(f"INSERT INTO {kept.counts} {kept.rows}", params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0011_help_texts")]

    operations = [migrations.RunPython(count_anew, migrations.RunPython.noop)]
