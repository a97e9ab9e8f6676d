"""A query whose SQL is written once answers as the QuerySet it was written from."""

import datetime as dt
from threading import Thread
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.models import QuerySet

from questions.models import Question, Role
from questions.models.listed import listed
from questions.models.prepared import Prepared
from tests.factories import make_question, make_role

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def role_at(slug: str) -> "QuerySet[Role]":
    return Role.objects.select_related("group__field").with_question_count().filter(slug=slug)


def test_it_is_asked_with_other_arguments_each_time():
    cataloger, archivist = make_role(title="Cataloger"), make_role(title="Archivist")
    at = Prepared(role_at, slug=str)
    assert list(at(slug=cataloger.slug)) == [cataloger]
    assert list(at(slug=archivist.slug)) == [archivist]


def test_its_sql_is_written_once():
    written = []

    def write(slug: str) -> "QuerySet[Role]":
        written.append(slug)
        return Role.objects.filter(slug=slug)

    at = Prepared(write, slug=str)
    list(at(slug="one"))
    list(at(slug="other"))
    assert len(written) == 1


def test_relations_and_counts_come_with_the_rows(django_assert_num_queries: Any):
    role = make_role(title="Cataloger")
    make_question(text="Which rules of description do you use?", role=role)
    with django_assert_num_queries(1):
        [found] = Prepared(role_at, slug=str)(slug=role.slug)
        assert (found.group.field.name, found.question_count) == (role.group.field.name, 1)


def test_rows_as_tuples_have_dates_as_dates():
    question = make_question(text="Why?", reviewed_on=dt.date(2026, 11, 1))
    dates = Prepared(lambda keys: Question.objects.filter(pk__in=listed(keys)).values_list("pk", "reviewed_on"), keys=list)
    assert list(dates(keys=[question.pk])) == [(question.pk, dt.date(2026, 11, 1))]


def test_what_is_public_is_asked_for_the_moment_of_asking():
    question = make_question(text="Why?", publish_at=NOON)
    public = Prepared(lambda: Question.objects.published())
    with time_machine.travel(NOON - dt.timedelta(seconds=1), tick=False):
        assert list(public()) == []
    with time_machine.travel(NOON, tick=False):
        assert list(public()) == [question]


def test_any_number_of_keys_may_be_asked_for_and_none():
    made = [make_question(text=f"Question {number}?") for number in range(3)]
    rows = Prepared(lambda keys: Question.objects.filter(pk__in=listed(keys)).order_by("pk"), keys=list)
    assert list(rows(keys=[question.pk for question in made])) == made
    assert list(rows(keys=[])) == []


def test_arguments_are_values_and_never_sql():
    make_role(title="Cataloger")
    assert list(Prepared(role_at, slug=str)(slug="' OR 1=1 --")) == []


def test_two_arguments_of_one_type_are_told_apart():
    role = make_role(title="Cataloger")
    both = Prepared(lambda slug, title: Role.objects.filter(slug=slug, title=title), slug=str, title=str)
    assert list(both(title="Cataloger", slug=role.slug)) == [role]
    assert list(both(title=role.slug, slug="Cataloger")) == []


def test_an_argument_the_query_changes_on_its_way_is_refused_instead_of_forgotten():
    begins = Prepared(lambda title: Role.objects.filter(title__startswith=title), title=str)
    with pytest.raises(ValueError, match="title"):
        begins(title="Cat")


def test_a_missing_argument_is_an_error():
    with pytest.raises(KeyError):
        Prepared(role_at, slug=str)()


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_over_its_own_connection():
    role = make_role(title="Cataloger")
    at = Prepared(role_at, slug=str)
    assert list(at(slug=role.slug)) == [role]
    found: list[Role] = []

    def ask() -> None:
        found.extend(at(slug=role.slug))
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert found == [role]
