"""Words of questions in PostgreSQL: a trigram index on their text, and what the planner knows of how frequent a word is."""

import json
import re
from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from questions.models import Question
from questions.stems import stem

from .planning import Plan

LETTERS = re.compile(r"[^\W_]+")


def form_of(word: str) -> str:
    """A word as it is looked for inside texts: as much of its beginning as its stem has, "librar" of "library"."""
    end = next((end for end in range(len(word), 0, -1) if stem(word).startswith(word[:end])), len(word))
    found = LETTERS.match(word[:end])
    return found[0] if found else ""


def rows_with(words: Collection[str]) -> dict[str, int]:
    """In about how many questions each word occurs: the planner's guess off its statistics, which costs no look at the rows."""
    return {word: _guess(holding(Question.objects.order_by(), [(word,)])) for word in words}


def holding(questions: QuerySet, plan: Plan) -> QuerySet:
    """Those of ``questions`` with all the words of one of the groups."""
    found = Q()
    for group in plan:
        found |= Q(*(Q(lowered__contains=word) for word in group))
    return questions.alias(lowered=Lower("text")).filter(found)


def _guess(questions: QuerySet) -> int:
    [plan] = json.loads(questions.values("pk").explain(format="json"))
    return plan["Plan"]["Plan Rows"]
