"""Writing down what a look found. The state of a link is no content of it: no revision, and no new "changed" date."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from questions.models import LinkCheck, ResourceLink
from questions.models.resource import CheckState

from .fetching import Look
from .judging import judge

KEPT = 10  # looks of each link


@dataclass(frozen=True)
class Checked:
    """What became of one link: ``was`` and ``state`` are its states before and after."""

    pk: int
    title: str
    url: str
    was: CheckState
    state: CheckState
    detail: str


def record(pk: int, url_key: str, look: Look, *, at: dt.datetime) -> Checked | None:
    """Write down ``look`` at the link and its state now; None, and nothing written, if it is gone or leads elsewhere."""
    with transaction.atomic():
        link = ResourceLink.objects.select_for_update().filter(pk=pk, url_key=url_key).first()
        if link is None:
            return None
        was = CheckState(link.check_state)
        last = LinkCheck.objects.filter(link=link).order_by("-at", "-pk").first()
        verdict = judge(look, was=was, before=last.http_status if last else None)
        LinkCheck.objects.create(link=link, at=at, state=verdict.seen, http_status=look.status, detail=verdict.detail)
        ResourceLink.objects.filter(pk=pk).update(check_state=verdict.state, checked_at=at)
        kept = LinkCheck.objects.filter(link=link).order_by("-at", "-pk").values_list("pk", flat=True)[:KEPT]
        LinkCheck.objects.filter(link=link).exclude(pk__in=list(kept)).delete()
    return Checked(pk, link.title, link.url, was, verdict.state, verdict.detail)
