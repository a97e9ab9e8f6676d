"""A made-up bank of any size, the same at every run, skewed as life is: a few topics and roles have most of the questions."""

import random
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from bench.tree import SUBJECTS
from questions.guides.loading.inserting import insert
from questions.models import Field, Group, Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.vocabulary import Kind, Status

FIELDS, GROUPS, ROLES, TOPICS = 20, 200, 5_000, 300
PART = 5_000


def fill_database(questions: int) -> None:
    """Tables, a bank of so many questions, and the statistics a database in use has."""
    call_command("migrate", verbosity=0)
    make_bank(questions)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@transaction.atomic
def make_bank(questions: int) -> None:
    """Fill an empty database with ``questions`` questions; every fifth is a draft, two in five have no guidance."""
    chance = random.Random(20261123)
    fields = insert(Field, [{"name": f"Field {number}", "slug": f"field-{number}"} for number in range(FIELDS)])
    groups = insert(
        Group,
        [{"name": f"Group {number}", "slug": f"group-{number}", "field": fields[number % FIELDS]} for number in range(GROUPS)],
    )
    roles = insert(
        Role,
        [
            {"title": f"{_word(chance).title()} Specialist {number}", "slug": f"role-{number}", "group": groups[number % GROUPS]}
            | {"status": Status.PUBLISHED.value}
            for number in range(ROLES)
        ],
    )
    topics = insert(Topic, [{"name": f"{_word(chance).title()} {number}", "slug": f"topic-{number}"} for number in range(TOPICS)])
    for start in range(0, questions, PART):
        ids = insert(Question, [_question(number, chance) for number in range(start, min(start + PART, questions))])
        insert(
            QuestionTopic, [{"content_object": pk, "tag": topic} for pk in ids for topic in {_few(topics, chance) for _ in "ab"}]
        )
        insert(
            RoleQuestion,
            [{"question": pk, "role": role, "position": pk} for pk in ids for role in {_few(roles, chance) for _ in "ab"}],
        )


def _question(number: int, chance: random.Random) -> dict[str, Any]:
    words = " ".join(_word(chance) for _ in range(8))
    return {
        "text": f"What would you do if {words} met case {number}?",
        "kind": chance.choice(list(Kind)).value,
        "purpose": "" if number % 5 < 2 else f"Shows how you weigh {words}.",
        "status": Status.DRAFT.value if number % 5 == 0 else Status.PUBLISHED.value,
    }


def _word(chance: random.Random) -> str:
    return chance.choice(SUBJECTS)


def _few(ids: list[int], chance: random.Random) -> int:
    """One of ``ids``, the first ones far more often than the last."""
    return ids[int(len(ids) * chance.random() ** 3)]
