"""The indexes of search, kept by the database itself: no import, no raw SQL and no restored backup can leave a row stale.

SQLite: FTS5 tables over the columns of the bank's own, with triggers. PostgreSQL: a generated column of lexemes with a GIN
index. Both read words alike: letters and figures only, without case and accents, cut to Porter's stem, none left out. What
has a name has another index by its trigrams, for typing ahead and for misspelt words.

The index over all of a question takes the place of the one over its text that 0006 made. On SQLite later migrations that
make one of these tables anew drop its triggers and must call ``watch`` of this module for it; on PostgreSQL a column that
is indexed here cannot change its type while ``search`` stands. tests/search/test_index.py tells.
"""

from collections.abc import Iterable

from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# The words of these columns are found; in PostgreSQL the first column weighs more (A, the others B).
WORDS: dict[str, tuple[str, ...]] = {
    "role": ("title", "onet_soc_code"),
    "roletitle": ("name",),
    "topic": ("name",),
    "topicalias": ("name",),
    "resourcelink": ("title", "note"),
    "question": ("text", "purpose", "points", "pitfalls"),
}
# And any three letters in a row of these.
NAMES = {"role": "title_key", "roletitle": "name_key", "topic": "name_key", "topicalias": "name_key"}
TOKENS = "porter unicode61 remove_diacritics 2"
# PostgreSQL's own reader takes and/or for a file and 25-4022 for two numbers, one of them negative.
MARKS = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~‘’‚“”„«»‹›–—−…·•¿¡"

POSTGRESQL = (
    "CREATE TEXT SEARCH DICTIONARY bank_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION bank (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION bank ALTER MAPPING FOR asciiword, word, numword, hword, asciihword, numhword,"
    " hword_part, hword_asciipart, hword_numpart WITH unaccent, bank_stem",
)
POSTGRESQL_BACK = ("DROP TEXT SEARCH CONFIGURATION bank", "DROP TEXT SEARCH DICTIONARY bank_stem")
# The index of words before this one.
OLD = (
    "DROP TRIGGER IF EXISTS question_words_changed",
    "DROP TRIGGER IF EXISTS question_words_removed",
    "DROP TRIGGER IF EXISTS question_words_added",
    "DROP TABLE question_vocabulary",
    "DROP TABLE question_words",
)
COMPARED_ANEW = """
CREATE TRIGGER question_text_changed AFTER UPDATE OF text ON questions_question WHEN old.text IS NOT new.text
BEGIN UPDATE questions_question SET compared_at = NULL WHERE id = new.id; END
"""
VOCABULARY = "CREATE VIRTUAL TABLE question_vocabulary USING fts5vocab(question_search, col)"


def fts5(index: str, table: str, columns: Iterable[str], tokens: str) -> list[str]:
    """The statements that make ``index`` over ``columns`` and fill it."""
    listed = ", ".join(columns)
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content='questions_{table}', content_rowid='id', tokenize='{tokens}')",
        *watch(index, table, columns),
        f"INSERT INTO {index}({index}) VALUES ('rebuild')",  # noqa: S608
    ]


def watch(index: str, table: str, columns: Iterable[str]) -> list[str]:
    """The triggers that keep ``index``."""
    listed = ", ".join(columns)
    put = f"INSERT INTO {index}(rowid, {listed}) VALUES (new.id, {', '.join(f'new.{column}' for column in columns)});"  # noqa: S608
    take = (
        f"INSERT INTO {index}({index}, rowid, {listed})"  # noqa: S608
        f" VALUES ('delete', old.id, {', '.join(f'old.{column}' for column in columns)});"
    )
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in ("id", *columns))
    on = f"ON questions_{table}"
    return [
        f"CREATE TRIGGER {index}_added AFTER INSERT {on} BEGIN {put} END",
        f"CREATE TRIGGER {index}_removed AFTER DELETE {on} BEGIN {take} END",
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF id, {listed} {on} WHEN {changed} BEGIN {take} {put} END",
    ]


def lexemes(columns: Iterable[str]) -> str:
    """The expression of a generated column."""
    parts = [
        f"setweight(to_tsvector('bank', translate({column}, '{MARKS}', repeat(' ', {len(MARKS) - 1}))), '{weight}')"
        for column, weight in zip(columns, "ABBB", strict=False)
    ]
    return " || ".join(parts)


def add_indexes(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        statements = list(OLD)
        for table, columns in WORDS.items():
            statements += fts5(f"{table}_search", table, columns, TOKENS)
        for table, column in NAMES.items():
            statements += fts5(f"{table}_trigrams", table, [column], "trigram")
        statements += [COMPARED_ANEW, VOCABULARY]
    else:
        statements = list(POSTGRESQL)
        for table, columns in WORDS.items():
            on = f"questions_{table}"
            statements += [
                f"ALTER TABLE {on} ADD COLUMN search tsvector GENERATED ALWAYS AS ({lexemes(columns)}) STORED",
                # What is new waits in a list that every search reads: a short one.
                f"CREATE INDEX {table}_search ON {on} USING gin (search) WITH (gin_pending_list_limit = 256)",
            ]
        statements += [
            f"CREATE INDEX {table}_trigrams ON questions_{table} USING gin ({column} gin_trgm_ops)"
            for table, column in NAMES.items()
        ]
        # How frequent words are is told from statistics, which there are none of yet.
        statements += [f"ANALYZE questions_{table}" for table in WORDS]
    for statement in statements:
        schema_editor.execute(statement, params=None)


def drop_indexes(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        from importlib import import_module

        indexes = {f"{table}_search" for table in WORDS} | {f"{table}_trigrams" for table in NAMES}
        events = ("added", "removed", "changed")
        statements = ["DROP TABLE question_vocabulary", "DROP TRIGGER IF EXISTS question_text_changed"]
        statements += [f"DROP TRIGGER IF EXISTS {index}_{event}" for index in indexes for event in events]
        statements += [f"DROP TABLE {index}" for index in indexes]
        statements += import_module("questions.migrations.0006_similar_questions").SQLITE
    else:
        statements = [f"DROP INDEX {table}_trigrams" for table in NAMES]
        statements += [f"ALTER TABLE questions_{table} DROP COLUMN search" for table in WORDS]
        statements += POSTGRESQL_BACK
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0008_content_version")]

    operations = [UnaccentExtension(), migrations.RunPython(add_indexes, drop_indexes)]
