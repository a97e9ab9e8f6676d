"""Counts as correlated subqueries: a page of 50 rows counts for 50 rows, however large the table is."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

# What belongs together, and what is frequent, is told from so many questions and so many of their places in roles. Some
# questions are asked in nearly every role: to look at all 500,000 places of a hundred of them took two seconds.
QUESTIONS_LOOKED_AT = 1_000
PLACES_LOOKED_AT = 20_000


def count_of(related: QuerySet, by: str) -> Coalesce:
    """How many rows of ``related`` have the outer row as their ``by``; 0 for none."""
    per_row = related.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(per_row, output_field=IntegerField()), 0)
