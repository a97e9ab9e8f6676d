"""/roles/<role>/<word>/ is a page of the role for some words, and one of its topics for all others. No topic takes the former."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from questions.models.topic import PAGES_OF_A_ROLE, Topic
from tests.factories import make_question, make_role, make_topic

WORD_OF_A_ROLE = re.compile(r"^roles/<name:slug>/([a-z-]+)/")


def routes(resolver: URLResolver, before: str = "") -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        found += [route] if isinstance(entry, URLPattern) else routes(entry, route)
    return found


def test_every_word_that_is_a_page_of_a_role_is_reserved_and_no_other():
    words = {match[1] for route in routes(get_resolver()) if (match := WORD_OF_A_ROLE.match(route))}
    assert words == set(PAGES_OF_A_ROLE)


@pytest.mark.parametrize("word", PAGES_OF_A_ROLE)
def test_a_topic_of_such_a_name_has_a_page_of_its_own_in_a_role(visitor: Client, word: str):
    role = make_role()
    make_question(role=role, topics=[word.title()])
    topic = Topic.objects.get()
    assert topic.slug == f"{word}-2"
    assert visitor.get(f"{role.get_absolute_url()}{topic.slug}/").status_code == 200


def test_an_editor_who_types_such_an_address_is_told_why_it_cannot_be(db: None):
    topic = make_topic(name="Feeds")
    topic.slug = "feed"
    with pytest.raises(ValidationError, match="A page of every role has this address"):
        topic.full_clean()


def test_the_database_refuses_such_an_address(db: None):
    with pytest.raises(IntegrityError, match="topic_slug_not_reserved"):
        make_topic(slug="feed")


@pytest.mark.django_db(transaction=True)
def test_a_topic_that_had_such_an_address_before_moves_and_its_old_one_redirects(client: Client):
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes("questions")
    old = executor.migrate([("questions", "0001_bank")]).apps
    topic = old.get_model("questions", "Topic").objects.create(name="Mock", name_key="mock", slug="mock")
    executor = MigrationExecutor(connection)
    executor.migrate(latest)
    assert Topic.objects.get(pk=topic.pk).slug == "mock-2"
    make_question(topics=[Topic.objects.get()])
    assert client.get("/topics/mock/").headers["Location"] == "/topics/mock-2/"
