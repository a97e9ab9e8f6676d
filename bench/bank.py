"""A made-up bank of any size, the same at every run, skewed as life is: a few topics and roles have most of the questions."""

import random
from itertools import accumulate
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from bench.words import a_word, some_words
from questions.guides.loading.inserting import insert
from questions.models import (
    Benchmark,
    Field,
    FollowUp,
    Group,
    LinkTopic,
    Question,
    QuestionTopic,
    ResourceLink,
    Role,
    RoleLink,
    RoleQuestion,
    RoleTitle,
    Topic,
)
from questions.vocabulary import Kind, Level, LinkKind, Status, TitleKind

FIELDS, GROUPS, ROLES, TOPICS, LINKS = 20, 200, 5_000, 300, 5_000
TITLES_OF_A_ROLE = 12  # beside its own: 60,000 in all
PART = 5_000
# A role that every bank has alike, whatever its size, so that its page can be compared: it asks just fifty questions.
FIFTY, FIFTY_QUESTIONS = "fifty-questions", 50


def fill_database(questions: int) -> None:
    """Tables, a bank of so many questions, and the statistics a database in use has."""
    call_command("migrate", verbosity=0)
    make_bank(questions)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def make_bank(questions: int) -> None:
    """Fill an empty database with ``questions`` questions; every fifth is a draft, two in five have no guidance."""
    chance = random.Random(20261123)
    with transaction.atomic():
        *roles, fifty = _make_roles(chance)
        topics = _make_topics(chance)
        _make_links(chance, roles, topics)
    # The largest role has some thirty times the questions of the middle one, the first topic is on a tenth of all.
    busy = list(accumulate(sorted((chance.lognormvariate(0, 1) for _ in roles), reverse=True)))
    popular = list(accumulate(rank**-0.7 for rank in range(1, TOPICS + 1)))
    for start in range(0, questions, PART):
        with transaction.atomic():
            rows = [_question(number, chance) for number in range(start, min(start + PART, questions))]
            ids = insert(Question, rows)
            tagged = [(pk, topic) for pk in ids for topic in set(chance.choices(topics, cum_weights=popular, k=2))]
            placed = [(pk, role) for pk in ids for role in set(chance.choices(roles, cum_weights=busy, k=2))]
            guided = [pk for pk, row in zip(ids, rows, strict=True) if row["purpose"]]
            if not start:
                shown = [pk for pk, row in zip(ids, rows, strict=True) if row["purpose"] and row["status"] == Status.PUBLISHED]
                placed += [(pk, fifty) for pk in shown[:FIFTY_QUESTIONS]]
            insert(QuestionTopic, [{"content_object": pk, "tag": topic} for pk, topic in tagged])
            insert(RoleQuestion, [{"question": pk, "role": role, "position": pk} for pk, role in placed])
            insert(FollowUp, [{"question": pk, "position": 1, "text": f"And {some_words(chance, 4)}?"} for pk in guided])
            sounds = [{"question": pk, "level": Level.MID.value, "text": f"Names {some_words(chance, 6)}."} for pk in guided]
            insert(Benchmark, sounds)


def _make_roles(chance: random.Random) -> list[int]:
    """The role of fifty questions is the last."""
    fields = insert(Field, [{"name": f"Field {number}", "slug": f"field-{number}"} for number in range(FIELDS)])
    groups = insert(
        Group,
        [{"name": f"Group {number}", "slug": f"group-{number}", "field": fields[number % FIELDS]} for number in range(GROUPS)],
    )
    names = [(f"{some_words(chance, 2).title()} Specialist {number}", f"role-{number}") for number in range(ROLES - 1)]
    names.append(("Fifty Questions Specialist", FIFTY))
    roles = insert(
        Role,
        [
            {"title": title, "slug": slug, "group": groups[number % GROUPS], "status": Status.PUBLISHED.value}
            | {"summary": f"Looks after {some_words(chance, 8)}.", "description": some_words(chance, 80)}
            | {"onet_soc_code": f"{11 + number % 40}-{1000 + number}.00" if number % 3 == 0 else ""}
            for number, (title, slug) in enumerate(names)
        ],
    )
    titles = [(role, f"{some_words(chance, 3).title()} {number}") for role in roles for number in range(TITLES_OF_A_ROLE)]
    insert(RoleTitle, [{"role": role, "name": name, "kind": TitleKind.ALTERNATE.value} for role, name in titles])
    return roles


def _make_topics(chance: random.Random) -> list[int]:
    return insert(Topic, [{"name": f"{a_word(chance).title()} {number}", "slug": f"topic-{number}"} for number in range(TOPICS)])


def _make_links(chance: random.Random, roles: list[int], topics: list[int]) -> None:
    links = insert(
        ResourceLink,
        [
            {"url": f"https://library.example/{number}", "title": some_words(chance, 4).title(), "note": some_words(chance, 12)}
            | {"kind": chance.choice(list(LinkKind)).value, "status": Status.PUBLISHED.value}
            for number in range(LINKS)
        ],
    )
    insert(RoleLink, [{"role": chance.choice(roles), "link": link, "position": 1} for link in links])
    insert(LinkTopic, [{"content_object": link, "tag": chance.choice(topics)} for link in links])


def _question(number: int, chance: random.Random) -> dict[str, Any]:
    guided = number % 5 >= 2
    return {
        "text": f"What would you do if {some_words(chance, 8)} met case {number}?",
        "kind": chance.choice(list(Kind)).value,
        "purpose": f"Shows how you weigh {some_words(chance, 6)}." if guided else "",
        "points": "".join(f"- {some_words(chance, 6)}\n" for _ in range(3)) if guided else "",
        "pitfalls": f"Forgetting {some_words(chance, 3)}." if guided else "",
        "status": Status.DRAFT.value if number % 5 == 0 else Status.PUBLISHED.value,
    }
