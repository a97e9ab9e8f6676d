"""Writing down what a look found. The state of a link is no content of it: no revision, and no new "changed" date."""

import datetime as dt
from dataclasses import dataclass
from itertools import takewhile

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet

from questions.editorial.rights import name_of
from questions.models import LinkCheck, ResourceLink
from questions.models.resource import CheckState

from .fetching import Look
from .judging import GONE, judge

KEPT = 10  # looks of each link
# How long an editor's word on a link stands against a machine's doubt.
TRUSTED = dt.timedelta(days=180)
# Between the looks that find a link dead: shorter, and a site that is being mended would lose its links.
APART = dt.timedelta(hours=1)


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
        looks = list(LinkCheck.objects.filter(link=link).order_by("-at", "-pk")[:KEPT])
        if looks and was is CheckState.UNCHECKED:
            # They were at another address, and say nothing of the one it leads to now.
            LinkCheck.objects.filter(link=link).delete()
            looks = []
        opened = link.opened_at is not None and at - link.opened_at < TRUSTED
        verdict = judge(look, was=was, before=_found_before(looks, at), opened=opened)
        LinkCheck.objects.create(link=link, at=at, state=verdict.seen, http_status=look.status, detail=verdict.detail)
        ResourceLink.objects.filter(pk=pk).update(check_state=verdict.state, checked_at=at)
        _forget_old(pk)
    return Checked(pk, link.title, link.url, was, verdict.state, verdict.detail)


def vouch(links: QuerySet[ResourceLink], *, by: AbstractBaseUser, at: dt.datetime) -> int:
    """Write down that ``by`` opened ``links`` and found that they work, however machines are answered; how many they are."""
    with transaction.atomic():
        found = list(links.select_for_update().order_by("pk"))
        keys = [link.pk for link in found]
        said = f"{name_of(by)} opened it."
        LinkCheck.objects.bulk_create(LinkCheck(link=link, at=at, state=CheckState.OK, detail=said) for link in found)
        ResourceLink.objects.filter(pk__in=keys).update(check_state=CheckState.OK, checked_at=at, opened_at=at)
        for key in keys:
            _forget_old(key)
    return len(found)


def _found_before(looks: list[LinkCheck], at: dt.datetime) -> int | None:
    """The HTTP status of the earliest of the last ``looks`` (the latest first) that all found nothing there, if that is long
    enough ago.
    """
    gone = list(takewhile(lambda look: look.http_status in GONE, looks))
    return gone[-1].http_status if gone and at - gone[-1].at >= APART else None


def _forget_old(link: int) -> None:
    kept = LinkCheck.objects.filter(link=link).order_by("-at", "-pk").values_list("pk", flat=True)[:KEPT]
    LinkCheck.objects.filter(link=link).exclude(pk__in=list(kept)).delete()
