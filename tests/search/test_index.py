"""The indexes follow every change, however it is made: saved, in bulk, by raw SQL, or restored."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection

from questions.models import Question, ResourceLink, Role, RoleTitle, Topic, TopicAlias
from questions.search import search
from questions.search.suggesting import suggestions
from tests.factories import make_link, make_question, make_role, make_topic

pytestmark = pytest.mark.django_db
MIGRATION = import_module("questions.migrations.0009_search_index")
OLD, NEW = "zebra", "walrus"


def make_one_of_everything() -> None:
    role, topic = make_role(title="Zebra Keeper", also_called=["Zebra Groom"]), make_topic(name="Zebra care")
    TopicAlias.objects.create(topic=topic, name="Zebra husbandry")
    make_question(text="Why the zebra?", role=role, topics=[topic], points="- a zebra")
    make_link(title="Zebra handbook", note="All of the zebra.")


def found(word: str) -> set[str]:
    results = search(word)
    names = {"roles": results.roles, "topics": results.topics, "questions": results.questions, "links": results.links}
    return {name for name, things in names.items() if things} | ({"suggestions"} if suggestions(word) else set())


EVERYTHING = {"roles", "topics", "questions", "links", "suggestions"}


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def saved() -> None:
    for model, names in NAMED.items():
        for thing in model.objects.all():
            for name in names:
                setattr(thing, name, getattr(thing, name).replace("Zebra", "Walrus").replace("zebra", "walrus"))
            thing.save()


def updated() -> None:
    for model, names in NAMED.items():
        keys = {"title": "title_key", "name": "name_key"}
        for thing in model.objects.all():
            values = {name: getattr(thing, name).replace("Zebra", "Walrus").replace("zebra", "walrus") for name in names}
            values |= {keys[name]: value.lower() for name, value in values.items() if name in keys and model is not ResourceLink}
            model.objects.filter(pk=thing.pk).update(**values)


def raw() -> None:
    run(
        *(
            f"UPDATE questions_{table} SET {column} = replace(replace({column}, 'Zebra', 'Walrus'), 'zebra', 'walrus')"
            for table, columns in MIGRATION.WORDS.items()
            for column in {*columns, MIGRATION.NAMES.get(table, columns[0])}
        )
    )


NAMED: dict[type, tuple[str, ...]] = {
    Role: ("title",),
    RoleTitle: ("name",),
    Topic: ("name",),
    TopicAlias: ("name",),
    Question: ("text", "points"),
    ResourceLink: ("title", "note"),
}


@pytest.mark.parametrize("change", [saved, updated, raw])
def test_what_changed_is_found_by_its_new_words_only(change: Callable[[], None]):
    make_one_of_everything()
    assert (found(OLD), found(NEW)) == (EVERYTHING, set())
    change()
    assert (found(OLD), found(NEW)) == (set(), EVERYTHING)


def test_what_is_deleted_is_not_found():
    make_one_of_everything()
    for model in (Question, Role, Topic, ResourceLink):
        model.objects.all().delete()
    assert found(OLD) == set()


def test_what_is_written_in_bulk_is_found():
    make_one_of_everything()
    [question] = Question.objects.bulk_create([Question(text="Why the walrus?", status="published")])
    assert list(search(NEW).questions) == [question]


def test_a_bank_that_is_dumped_and_loaded_is_found(tmp_path):
    make_one_of_everything()
    call_command("dumpdata", "questions", output=str(tmp_path / "bank.json"), verbosity=0)
    for model in (Question, Role, Topic, ResourceLink):
        model.objects.all().delete()
    assert found(OLD) == set()
    call_command("loaddata", str(tmp_path / "bank.json"), verbosity=0)
    assert found(OLD) == EVERYTHING


def test_every_indexed_table_is_watched():
    """Migrations that make a table anew on SQLite drop what watches it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            indexes = [f"{table}_search" for table in MIGRATION.WORDS] + [f"{table}_trigrams" for table in MIGRATION.NAMES]
            wanted = {f"{index}_{event}" for index in indexes for event in ("added", "removed", "changed")}
        else:
            cursor.execute("SELECT table_name FROM information_schema.columns WHERE column_name = 'search'")
            wanted = {f"questions_{table}" for table in MIGRATION.WORDS}
        assert {row[0] for row in cursor.fetchall()} >= wanted
