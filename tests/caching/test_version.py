"""Whatever changes what visitors may see changes the content version, in the same transaction; nothing else does."""

from collections.abc import Callable
from importlib import import_module
from threading import Event
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from questions.caching.version import content_version
from questions.models import FormerSlug, Question, ResourceLink, Role, RoleTitle
from tests.factories import make_link, make_question, make_report, make_role, make_topic
from tests.threads import Together

pytestmark = pytest.mark.django_db(transaction=True)
MIGRATION = import_module("questions.migrations.0008_content_version")


def make_one_of_everything() -> None:
    role, topic = make_role(also_called=["Outreach Librarian"]), make_topic()
    topic.aliases.create(name="Engagement")
    make_question(role=role, topics=[topic], section=topic, follow_ups=["And then?"], benchmarks={"entry": "Names one."})
    make_link(role=role, topics=[topic])
    FormerSlug.objects.remember("role", "old", role.slug)


def changes(call: Callable[[], Any]) -> bool:
    before = content_version()
    call()
    return content_version() != before


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("name", MIGRATION.TABLES)
def test_every_column_a_visitor_sees_and_no_other_changes_it_even_by_raw_sql(name: str):
    make_one_of_everything()
    columns = [field.column for field in apps.get_model("questions", name)._meta.concrete_fields]
    said = {column: changes(lambda: run(f'UPDATE "questions_{name}" SET "{column}" = "{column}"')) for column in columns}  # noqa: B023
    assert said == {column: column not in MIGRATION.TABLES[name] for column in columns}


@pytest.mark.parametrize("name", MIGRATION.TABLES)
def test_every_table_is_watched_for_what_comes_goes_and_changes(name: str):
    """Migrations that make a table anew on SQLite drop what watches it."""
    of = {"sqlite": "sqlite_master WHERE type = 'trigger' AND", "postgresql": "(SELECT tgname AS name FROM pg_trigger) t WHERE"}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name FROM {of[connection.vendor]} name LIKE 'content_{name}\\_%%' ESCAPE '\\'")
        found = {row[0] for row in cursor.fetchall()}
    assert found >= {f"content_{name}_{event}" for event in ("added", "removed", "changed")}


def test_each_change_gives_another_one():
    versions = [content_version()]
    for number in range(5):
        make_role(title=f"Role {number}")
        versions.append(content_version())
    assert len(set(versions)) == len(versions)


def test_what_is_rolled_back_changes_nothing():
    def make_and_regret() -> None:
        with transaction.atomic():
            make_role()
            transaction.set_rollback(True)

    assert not changes(make_and_regret)


def test_messages_and_checks_of_links_change_nothing():
    links = ResourceLink.objects.filter(pk=make_link().pk)
    assert not changes(make_report)
    assert not changes(lambda: links.update(checked_at="2026-11-24T12:00:00Z"))
    assert changes(lambda: links.update(check_state="dead"))


def test_bulk_inserts_and_updates_change_it():
    make_role()
    rows = [Question(text=f"Why {number}?", text_key=f"why {number}") for number in range(3)]
    assert changes(lambda: Question.objects.bulk_create(rows))
    assert changes(lambda: Role.objects.update(featured=True))


def test_what_goes_with_another_thing_changes_it():
    role = make_role(also_called=["Outreach Librarian"])
    assert changes(lambda: RoleTitle.objects.all().delete())
    assert changes(role.delete)


def test_an_older_transaction_that_ends_later_changes_it_too(together: Together):
    """A counter would say the same before and after; and what was rendered in between would stay."""
    if connection.vendor == "sqlite":
        return  # has one writer at a time
    make_role(title="Before both")
    began, over = Event(), Event()

    def first() -> None:
        with transaction.atomic():
            make_role(title="First")
            began.set()
            over.wait(10)

    def second() -> tuple[str, int]:
        began.wait(10)
        make_role(title="Second")
        said = content_version(), Role.objects.count()
        over.set()
        return said

    _none, (between, roles) = together(first, second)
    assert (roles, Role.objects.count()) == (2, 3)
    assert content_version() != between
