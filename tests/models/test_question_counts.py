"""The number of questions of a role or topic is right after whatever happened to them, however it was done."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from questions.models import Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.models.states import public
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic
from tests.threads import Together

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


def said() -> dict[str, int]:
    counted = [*Topic.objects.with_question_count(), *Role.objects.with_question_count()]
    return {f"{type(thing).__name__} {thing}": thing.question_count for thing in counted}


def true() -> dict[str, int]:
    topics = {f"Topic {topic}": topic.question_items.filter(public("content_object")).count() for topic in Topic.objects.all()}
    return topics | {f"Role {role}": role.role_questions.filter(public("question")).count() for role in Role.objects.all()}


def retire_by_raw_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE questions_question SET status = 'retired'")


def move() -> None:
    RoleQuestion.objects.update(role=make_role(title="Archivist"))
    QuestionTopic.objects.update(tag=make_topic(name="Budgets"))


CHANGES: dict[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "retired": lambda: Question.objects.update(status=Status.RETIRED),
    "retired by raw SQL": retire_by_raw_sql,
    "published anew": lambda: [Question.objects.update(status=status) for status in (Status.DRAFT, Status.PUBLISHED)],
    "another text": lambda: Question.objects.update(purpose="Shows care."),
    "taken off": lambda: [RoleQuestion.objects.all().delete(), QuestionTopic.objects.all().delete()],
    "moved": move,
    "deleted": lambda: Question.objects.all().delete(),
    "one more": lambda: make_question(role=Role.objects.get(), topics=list(Topic.objects.all())),
    "one more draft": lambda: make_question(role=Role.objects.get(), topics=list(Topic.objects.all()), status=Status.DRAFT),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES)
def test_counts_are_right_after_any_change(change: str):
    role, topic = make_role(), make_topic()
    for text in ("Why here?", "Why now?"):
        make_question(text=text, role=role, topics=[topic])
    CHANGES[change]()
    assert said() == true()


@pytest.mark.django_db
def test_what_is_not_public_yet_or_no_longer_does_not_count(time_machine):
    role, topic = make_role(), make_topic()
    make_question(text="Why here?", role=role, topics=[topic], publish_at=NOON)
    make_question(text="Why now?", role=role, topics=[topic], retire_at=NOON)
    make_question(text="Why you?", role=role, topics=[topic])
    for hours, number in ((-1, 2), (0, 2), (1, 2)):
        time_machine.move_to(NOON + dt.timedelta(hours=hours), tick=False)
        assert set(said().values()) == {number}
        assert said() == true()


@pytest.mark.django_db
def test_rows_of_a_backup_may_come_in_any_order():
    make_question(role=make_role(), topics=[make_topic()])
    rows = {}
    with connection.cursor() as cursor:
        for table in ("questions_questiontopic", "questions_rolequestion", "questions_question"):
            cursor.execute(f"SELECT * FROM {table}")
            rows[table] = [column[0] for column in cursor.description if column[0] != "search"], cursor.fetchall()
            cursor.execute(f"SELECT {', '.join(f'"{name}"' for name in rows[table][0])} FROM {table}")
            rows[table] = rows[table][0], cursor.fetchall()
        for table in rows:
            cursor.execute(f"DELETE FROM {table}")
        assert set(said().values()) == {0}
        for table, (names, values) in rows.items():
            columns, places = ", ".join(f'"{name}"' for name in names), ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)
    assert set(said().values()) == {1}


class AnySequence(TestCase):
    @given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["topic", "role", "status", "delete", "add"])), max_size=12))
    @settings(max_examples=30, deadline=None)
    def test_counts_are_right_after_any_sequence_of_changes(self, steps: list[tuple[int, str]]) -> None:
        topics, roles = (
            [make_topic(name=name) for name in ("Teens", "Vans")],
            [make_role(title=name) for name in ("Clerk", "Page")],
        )
        for number in range(3):
            make_question(text=f"Why number {number}?", topics=topics[: number % 2 + 1], role=roles[number % 2])
        for step, (number, what) in enumerate(steps):
            questions = list(Question.objects.order_by("pk"))
            if what == "add" or not questions:
                make_question(text=f"Why step {step}?", topics=topics, role=roles[number % 2])
                continue
            question = questions[number % len(questions)]
            if what == "topic":
                QuestionTopic.objects.filter(content_object=question, tag=topics[0]).delete() or question.topics.add(topics[0])
            elif what == "role":
                RoleQuestion.objects.filter(question=question).update(role=roles[number % 2])
            elif what == "status":
                status = Status.DRAFT if question.status == Status.PUBLISHED else Status.PUBLISHED
                Question.objects.filter(pk=question.pk).update(status=status)
            else:
                question.delete()
        assert said() == true()


@pytest.mark.django_db(transaction=True)
def test_publishing_while_somebody_adds_the_topic_counts_once(together: Together):
    topic, role = make_topic(), make_role()
    question = make_question(role=role, status=Status.DRAFT)
    for _round in range(5):
        together(
            lambda: Question.objects.filter(pk=question.pk).update(status=Status.PUBLISHED),
            lambda: QuestionTopic.objects.create(tag=topic, content_object=question),
        )
        assert said() == true() == {"Topic Community engagement": 1, "Role Community Outreach Librarian": 1}
        QuestionTopic.objects.all().delete()
        Question.objects.update(status=Status.DRAFT)
    assert set(said().values()) == {0}
