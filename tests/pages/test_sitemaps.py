"""Search engines find every public page through one index, and see what changed."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.models import Question, Role, Topic
from questions.vocabulary import Status
from tests.factories import make_group, make_question, make_role, make_topic

from .banks import full_bank

SITE = "http://testserver"


def read(visitor: Client, path: str) -> dict[str, str | None]:
    """The paths that a sitemap or the index names, and the time of change beside each."""
    answer = visitor.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    places = list(ET.fromstring(answer.content))
    return {(place.findtext("{*}loc") or "").removeprefix(SITE): place.findtext("{*}lastmod") for place in places}


def all_pages(visitor: Client) -> list[str]:
    return [path for part in read(visitor, "/sitemap.xml") for path in read(visitor, part)]


def test_every_public_page_is_named_once_and_opens(visitor: Client):
    bank = full_bank()
    named = all_pages(visitor)
    things = [*Role.objects.all(), *Question.objects.all(), *Topic.objects.all(), bank.role.group, bank.role.group.field]
    assert {thing.get_absolute_url() for thing in things} | {"/", "/roles/", "/topics/", "/resources/", "/about/"} <= set(named)
    assert len(named) == len(set(named))
    assert [path for path in named if visitor.get(path).status_code != 200] == []


def test_nothing_hidden_is_named(visitor: Client):
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        role = make_role(title=f"Hidden {status}", group=make_group(name="Hidden"), status=status)
        make_question(text=f"Hidden {status}?", role=role, topics=["Hidden"], status=status)
    make_topic(name="Hidden, too")
    assert [path for path in all_pages(visitor) if "hidden" in path] == []
    assert [path for path in read(visitor, "/sitemap.xml") if "pages" not in path] == []


def test_addresses_carry_no_language(visitor: Client):
    full_bank()
    prefixes = tuple(f"/{code}/" for code, _ in settings.LANGUAGES)
    assert [path for path in all_pages(visitor) if path.startswith(prefixes)] == []
    assert visitor.get("/es/sitemap.xml").status_code == 404


def test_the_index_says_when_each_part_last_changed(visitor: Client):
    role = make_role()
    old, new, hidden = make_question(role=role), make_question(role=role), make_question(status=Status.DRAFT)
    for question, year in ((old, 2024), (new, 2026), (hidden, 2030)):
        Question.objects.filter(pk=question.pk).update(updated_at=datetime(year, 11, 1, tzinfo=UTC))
    parts = read(visitor, "/sitemap.xml")
    assert parts["/sitemap-questions-0.xml"] == "2026-11-01T00:00:00+00:00"
    assert parts["/sitemap-pages-0.xml"] is None
    assert list(read(visitor, "/sitemap-questions-0.xml").values()) == ["2024-11-01T00:00:00+00:00", "2026-11-01T00:00:00+00:00"]


def test_a_new_question_changes_the_last_part_alone(visitor: Client):
    for key in (1, 9_999, 10_000, 10_001, 1_000_000):
        make_question(pk=key)
    parts = [part for part in read(visitor, "/sitemap.xml") if "questions" in part]
    assert parts == ["/sitemap-questions-0.xml", "/sitemap-questions-1.xml", "/sitemap-questions-99.xml"]
    before = {part: read(visitor, part) for part in parts}
    assert list(before[parts[0]]) == ["/questions/1/", "/questions/9999/", "/questions/10000/"]
    assert list(before[parts[2]]) == ["/questions/1000000/"]
    make_question(pk=1_000_001)
    assert [part for part in read(visitor, "/sitemap.xml") if "questions" in part] == [*parts, "/sitemap-questions-100.xml"]
    assert {part: read(visitor, part) for part in parts} == before


def test_a_slug_in_another_script_is_written_as_its_page_is_addressed(visitor: Client):
    role = make_role(title="أمين مكتبة")
    assert list(read(visitor, "/sitemap-roles-0.xml")) == [role.get_absolute_url()]


@pytest.mark.parametrize("name", ["questions-0", "questions-7", "roles-" + "9" * 30, "pages-1", "users-0", "questions--1", ""])
def test_a_part_without_anything_is_not_there(visitor: Client, name: str):
    assert visitor.get(f"/sitemap-{name}.xml").status_code == 404


@pytest.mark.parametrize("rows", [3, 30])
def test_sitemaps_cost_the_same_few_queries_with_three_rows_and_with_thirty(visitor: Client, rows: int):
    for number in range(rows):
        make_question(role=make_role(title=f"Librarian {number}"), topics=[f"Topic {number}"])
    queries = {"/sitemap.xml": 5, "/sitemap-pages-0.xml": 0}
    queries |= {f"/sitemap-{name}-0.xml": 1 for name in ("fields", "groups", "roles", "topics", "questions")}
    for path, number in queries.items():
        with CaptureQueriesContext(connection) as asked:
            visitor.get(path)
        assert (path, len(asked)) == (path, number)
