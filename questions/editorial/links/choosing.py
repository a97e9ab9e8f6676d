"""Which links are looked at, and in which order."""

import datetime as dt

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from questions.models import ResourceLink
from questions.vocabulary import Status


def due(*, older_than: dt.timedelta | None = None, limit: int | None = None) -> QuerySet[ResourceLink]:
    """Links that are not retired and were not looked at within ``older_than``: the never seen first, then the oldest looks."""
    links = ResourceLink.objects.exclude(status=Status.RETIRED)
    if older_than is not None:
        links = links.filter(Q(checked_at=None) | Q(checked_at__lte=timezone.now() - older_than))
    links = links.order_by(F("checked_at").asc(nulls_first=True), "pk")
    return links[:limit] if limit else links
