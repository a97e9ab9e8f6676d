"""Counts as correlated subqueries: a page of 50 rows counts for 50 rows, however large the table is.

What a topic or a role has of published questions is kept by triggers (migration 0010).
"""

from django.db.models import Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce

from .states import this_moment

# What belongs together, and what is frequent, is told from so many questions and so many of their places in roles. Some
# questions are asked in nearly every role: to look at all 500,000 places of a hundred of them took two seconds.
QUESTIONS_LOOKED_AT = 1_000
PLACES_LOOKED_AT = 20_000


def count_of(related: QuerySet, by: str) -> Coalesce:
    """How many rows of ``related`` have the outer row as their ``by``; 0 for none."""
    per_row = related.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(per_row, output_field=IntegerField()), 0)


class _KeptCount(Func):
    """What triggers have counted for the outer row."""

    template = "COALESCE((SELECT SUM(questions) FROM %(table)s WHERE thing = %(expressions)s), 0)"
    output_field = IntegerField()


def kept_count(table: str, places: QuerySet, thing: str, question: str) -> CombinedExpression:
    """How many published questions a role or topic has now: the kept count in ``table``, less those whose time is not now.

    Args:
        table: ``topic_question_count`` or ``role_question_count``.
        places: the questions of all roles, or topics.
        thing: the column of ``places`` that names the role, or topic.
        question: and the one that names the question.
    """
    from .question import Question  # which builds on this module

    now = this_moment()
    # Only what is published has times: a condition on the status would keep the index of times from being used.
    absent = Question.objects.filter(Q(publish_at__gt=now) | Q(retire_at__lte=now))
    absent_places = places.filter(**{f"{question}__in": absent.order_by().values("pk")})
    return _KeptCount(F("pk"), table=table) - count_of(absent_places, thing)
