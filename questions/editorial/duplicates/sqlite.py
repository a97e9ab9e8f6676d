"""Words of questions in SQLite: an FTS5 index, which knows in how many questions each word occurs."""

import re
from collections.abc import Collection

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from questions.normal import without_accents
from questions.stems import stem

from .planning import Plan

LETTERS = re.compile(r"[^\W_]+")


def form_of(word: str) -> str:
    """A word as the index has it: its stem, without the marks of "c++" and without accents."""
    found = LETTERS.search(stem(without_accents(word)))
    return found[0] if found else ""


def rows_with(words: Collection[str]) -> dict[str, int]:
    """In how many questions each word occurs."""
    places = ", ".join(["%s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, doc FROM question_vocabulary WHERE col = 'text' AND term IN ({places})", list(words))  # noqa: S608
        counts = dict(cursor.fetchall())
    return {word: counts.get(word, 0) for word in words}


def holding(questions: QuerySet, plan: Plan) -> QuerySet:
    """Those of ``questions`` with all the words of one of the groups."""
    groups = " OR ".join("(" + " AND ".join(f'"{word}"' for word in group) + ")" for group in plan)
    matching = RawSQL("SELECT rowid FROM question_search WHERE question_search MATCH %s", [f"text : ({groups})"])
    return questions.filter(pk__in=matching)
