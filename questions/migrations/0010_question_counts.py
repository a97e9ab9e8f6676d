"""How many published questions each role and topic has, kept by triggers: counting those of a large topic takes a tenth of
a second, and a list shows hundreds of topics. Times from and until which a question is public are not heeded here: those
few questions are counted when somebody asks (questions/models/counting.py).

SQLite: a row a thing. PostgreSQL: rows that add up, so that writers never wait for each other's; now and then they are
added up for good. On SQLite later migrations that make one of these tables anew drop its triggers and must add them again:
tests/models/test_question_counts.py tells.
"""

from dataclasses import dataclass

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

PUBLISHED = "status = 'published'"
QUESTION = "questions_question"


@dataclass(frozen=True)
class Kept:
    """A ``counts`` table of the things in column ``thing`` of ``places``, which name a question in column ``question``."""

    counts: str
    places: str
    thing: str
    question: str

    @property
    def rows(self) -> str:
        return (
            f"SELECT {self.thing}, count(*) FROM {self.places} JOIN {QUESTION} ON {QUESTION}.id = {self.question}"  # noqa: S608
            f" WHERE {PUBLISHED} GROUP BY {self.thing}"
        )

    @property
    def upsert(self) -> str:
        return "ON CONFLICT (thing) DO UPDATE SET questions = questions + excluded.questions"

    def of_place(self, row: str, number: int) -> str:
        """The statement that counts one place, on SQLite."""
        return (
            f"INSERT INTO {self.counts} SELECT {row}.{self.thing}, {number} FROM {QUESTION}"  # noqa: S608
            f" WHERE id = {row}.{self.question} AND {PUBLISHED} {self.upsert};"
        )

    def of_question(self, row: str, number: int, when: str = "true") -> str:
        """The statement that counts all places of one question, on SQLite."""
        return (
            f"INSERT INTO {self.counts} SELECT {self.thing}, {number} FROM {self.places}"  # noqa: S608
            f" WHERE {self.question} = {row}.id AND {when} {self.upsert};"
        )


KEPT = (
    Kept("topic_question_count", "questions_questiontopic", "tag_id", "content_object_id"),
    Kept("role_question_count", "questions_rolequestion", "role_id", "question_id"),
)


def sqlite(kept: Kept) -> list[str]:
    places, name = kept.places, kept.counts
    began = f"new.{PUBLISHED} AND old.status <> 'published'"
    ended = f"old.{PUBLISHED} AND new.status <> 'published'"
    return [
        f"CREATE TABLE {name} (thing INTEGER PRIMARY KEY, questions INTEGER NOT NULL)",
        f"INSERT INTO {name} {kept.rows}",
        f"CREATE TRIGGER {name}_placed AFTER INSERT ON {places} BEGIN {kept.of_place('new', 1)} END",
        f"CREATE TRIGGER {name}_displaced AFTER DELETE ON {places} BEGIN {kept.of_place('old', -1)} END",
        f"CREATE TRIGGER {name}_moved AFTER UPDATE OF {kept.thing}, {kept.question} ON {places}"
        f" BEGIN {kept.of_place('old', -1)} {kept.of_place('new', 1)} END",
        # Rows of a backup may come in any order.
        f"CREATE TRIGGER {name}_added AFTER INSERT ON {QUESTION} WHEN new.{PUBLISHED} BEGIN {kept.of_question('new', 1)} END",
        f"CREATE TRIGGER {name}_removed AFTER DELETE ON {QUESTION} WHEN old.{PUBLISHED} BEGIN {kept.of_question('old', -1)} END",
        f"CREATE TRIGGER {name}_changed AFTER UPDATE OF status ON {QUESTION} WHEN old.status <> new.status"
        f" BEGIN {kept.of_question('new', 1, began)} {kept.of_question('new', -1, ended)} END",
    ]


def postgresql(kept: Kept) -> list[str]:
    places, name = kept.places, kept.counts
    # The lock lets a question that is being published meanwhile finish, so that one of the two counts the other. It is asked
    # for its status only once it is locked: a condition within would pass over those that are not published yet.
    locked = f"SELECT id, status FROM {QUESTION} WHERE id IN (SELECT {kept.question} FROM %s) ORDER BY id FOR SHARE"  # noqa: S608
    of_places = (
        f"WITH locked AS MATERIALIZED ({locked}) INSERT INTO {name} SELECT {kept.thing}, %s count(*) FROM %s"  # noqa: S608
        f" JOIN locked ON locked.id = {kept.question} WHERE {PUBLISHED} GROUP BY {kept.thing};"
    )
    of_questions = (
        f"INSERT INTO {name} SELECT {kept.thing}, %s count(*) FROM {places} JOIN %s ON {kept.question} = %s.id"  # noqa: S608
        f" WHERE %s GROUP BY {kept.thing};"
    )
    taken, put = of_places % ("old_rows", "-", "old_rows"), of_places % ("new_rows", "", "new_rows")
    gone = of_questions % ("-", "old_rows", "old_rows", PUBLISHED)
    come = of_questions % ("", "new_rows", "new_rows", PUBLISHED)
    changed = f"JOIN {places} ON {kept.question} = new_rows.id WHERE old_rows.status <> new_rows.status"
    both = f"FROM old_rows JOIN new_rows ON new_rows.id = old_rows.id {changed}"
    restated = (
        f"INSERT INTO {name} SELECT {kept.thing},"
        f" sum(CASE WHEN new_rows.{PUBLISHED} THEN 1 WHEN old_rows.{PUBLISHED} THEN -1 ELSE 0 END) {both} GROUP BY {kept.thing};"
    )
    add_up = f"""
        IF random() < 0.02 THEN
            WITH gone AS (
                DELETE FROM {name} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {name} FOR UPDATE SKIP LOCKED)) RETURNING *
            )
            INSERT INTO {name} SELECT thing, sum(questions) FROM gone GROUP BY thing HAVING sum(questions) <> 0;
        END IF;
    """  # noqa: S608
    old, new = "REFERENCING OLD TABLE AS old_rows", "REFERENCING NEW TABLE AS new_rows"
    moves = [
        ("placed", f"INSERT ON {places} {new}", put),
        ("displaced", f"DELETE ON {places} {old}", taken),
        ("moved", f"UPDATE ON {places} {old} NEW TABLE AS new_rows", taken + put),
        ("emptied", f"TRUNCATE ON {places}", f"DELETE FROM {name};"),  # noqa: S608
        ("added", f"INSERT ON {QUESTION} {new}", come),
        ("removed", f"DELETE ON {QUESTION} {old}", gone),
        ("changed", f"UPDATE ON {QUESTION} {old} NEW TABLE AS new_rows", restated),
    ]
    statements = [
        f"CREATE TABLE {name} (thing bigint NOT NULL, questions bigint NOT NULL)",
        f"CREATE INDEX {name}_of ON {name} (thing) INCLUDE (questions)",
        f"INSERT INTO {name} {kept.rows}",
    ]
    for what, event, count in moves:
        body = f"BEGIN {count} {add_up} RETURN NULL; END"
        statements += [
            f"CREATE OR REPLACE FUNCTION {name}_{what}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
            f"CREATE TRIGGER {name}_{what} AFTER {event} FOR EACH STATEMENT EXECUTE FUNCTION {name}_{what}()",
        ]
    return statements


def count(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgresql
    for kept in KEPT:
        for statement in statements(kept):
            schema_editor.execute(statement, params=None)


def forget(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on = {"placed": "", "displaced": "", "moved": "", "emptied": "", "added": QUESTION, "removed": QUESTION, "changed": QUESTION}
    for kept in KEPT:
        for what, table in on.items():
            if schema_editor.connection.vendor == "sqlite":
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {kept.counts}_{what}", params=None)
            else:
                schema_editor.execute(f"DROP TRIGGER {kept.counts}_{what} ON {table or kept.places}", params=None)
                schema_editor.execute(f"DROP FUNCTION {kept.counts}_{what}()", params=None)
        schema_editor.execute(f"DROP TABLE {kept.counts}", params=None)


class Migration(migrations.Migration):
    dependencies = [("questions", "0009_search_index")]

    operations = [migrations.RunPython(count, forget)]
