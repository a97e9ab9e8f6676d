"""An index over the words of questions, by which similar ones are found; and a changed text asks to be compared anew.

On SQLite later migrations that make the table of questions anew (most AlterField and AddConstraint do) drop its triggers:
such a migration must add them again. tests/duplicates/test_index.py tells.
"""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """
    CREATE VIRTUAL TABLE question_words USING fts5(
        text, content='questions_question', content_rowid='id', tokenize='porter unicode61 remove_diacritics 0'
    )
    """,
    "CREATE VIRTUAL TABLE question_vocabulary USING fts5vocab(question_words, row)",
    """
    CREATE TRIGGER question_words_added AFTER INSERT ON questions_question BEGIN
        INSERT INTO question_words(rowid, text) VALUES (new.id, new.text);
    END
    """,
    """
    CREATE TRIGGER question_words_removed AFTER DELETE ON questions_question BEGIN
        INSERT INTO question_words(question_words, rowid, text) VALUES ('delete', old.id, old.text);
    END
    """,
    """
    CREATE TRIGGER question_words_changed AFTER UPDATE OF id, text ON questions_question
    WHEN old.text IS NOT new.text OR old.id IS NOT new.id BEGIN
        INSERT INTO question_words(question_words, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO question_words(rowid, text) VALUES (new.id, new.text);
        UPDATE questions_question SET compared_at = NULL WHERE id = new.id;
    END
    """,
    "INSERT INTO question_words(question_words) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS question_words_changed",
    "DROP TRIGGER IF EXISTS question_words_removed",
    "DROP TRIGGER IF EXISTS question_words_added",
    "DROP TABLE question_vocabulary",
    "DROP TABLE question_words",
)
POSTGRESQL = (
    "CREATE INDEX question_text_trigrams ON questions_question USING gin (lower(text) gin_trgm_ops)",
    """
    CREATE FUNCTION question_text_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.compared_at := NULL; RETURN NEW; END $$
    """,
    """
    CREATE TRIGGER question_text_changed BEFORE UPDATE ON questions_question
    FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION question_text_changed()
    """,
    # How frequent words are is told from the statistics of the index, which there are none of yet.
    "ANALYZE questions_question",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER question_text_changed ON questions_question",
    "DROP FUNCTION question_text_changed()",
    "DROP INDEX question_text_trigrams",
)


def add_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def drop_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0005_ledger_and_groups")]

    operations = [
        TrigramExtension(),
        migrations.RunPython(add_index, drop_index),
    ]
