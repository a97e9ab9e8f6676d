"""What tests of things done at the same moment share: one step alone, chains of revisions, what somebody was told."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from questions.editorial import snapshots
from questions.models import Revision
from tests.tables.sending import said

Together = Callable[..., list[Any]]


def alone(together: Together, call: Callable[[], Any]) -> Any:
    """What ``call`` returns, in a thread of its own as everything else here."""
    [result] = together(call)
    if isinstance(result, Exception):
        raise result
    return result


def pages(results: list[Any]) -> list[HttpResponse]:
    """``results``, all of which must be pages or redirects: nobody met an exception."""
    assert [result for result in results if isinstance(result, Exception)] == []
    assert {result.status_code for result in results} <= {200, 302}
    return results


def told(page: HttpResponse) -> str:
    """All that ``page`` says to whoever sent the form: messages for the next page, and its own words."""
    return said(page) + (page.content.decode() if page.status_code == 200 else "")


def broken_chains() -> list[str]:
    """What has revisions whose numbers have a gap, or whose last accepted one is not what is live."""
    return [f"{model._meta.verbose_name} {thing.pk}" for model in snapshots.TEXTS for thing in _broken(model)]


def _broken(model: Any) -> list[Any]:
    things = list(model.objects.order_by("pk"))
    live = snapshots.read(model, [thing.pk for thing in things])
    broken = []
    for thing in things:
        chain = list(Revision.objects.of(thing).order_by("number"))
        accepted = [revision for revision in chain if revision.state == "accepted"] or [None]
        gapless = [revision.number for revision in chain] == list(range(1, len(chain) + 1))
        pending = sum(revision.is_pending for revision in chain)
        if not chain and thing.revision == 0:
            continue  # of a bank older than its revisions, and never changed
        same = accepted[-1] and snapshots.essence(accepted[-1].snapshot) == snapshots.essence(live[thing.pk])
        if not (gapless and same and pending <= 1 and thing.revision == accepted[-1].number):
            broken.append(thing)
    return broken
