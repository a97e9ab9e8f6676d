"""Counts as correlated subqueries: a page of 50 rows counts for 50 rows, however large the table is."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def count_of(related: QuerySet, by: str) -> Coalesce:
    """How many rows of ``related`` have the outer row as their ``by``; 0 for none."""
    per_row = related.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(per_row, output_field=IntegerField()), 0)
