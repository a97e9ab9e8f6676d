"""Making public pages from a replica, where there is one and it is no older than what the visitor is promised.

The content version is asked of the first database, always. The replica serves a page only if its own content version is the
same word: then it holds all that page is promised, and can only become newer while the page is made. A replica that lags
behind, or does not answer, is passed over.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse

from .version import content_version

log = logging.getLogger(__name__)
REPLICA = "replica"
REST = 10  # seconds in which a replica that did not answer is not asked again: visitors would wait for it
# The database that models are read from while a public page is made; None for the usual one.
reading_from: ContextVar[str | None] = ContextVar("reading_from", default=None)


class _Known:
    resting_until = 0.0


@contextmanager
def public_reads(version: str) -> Iterator[bool]:
    """Let what is read within come from the replica, if it has ``version``; says whether it does."""
    fit = is_fit(version)
    before = reading_from.set(REPLICA if fit else None)
    try:
        yield fit
    finally:
        reading_from.reset(before)


def is_fit(version: str) -> bool:
    """Whether there is a replica, it answers, and its content is ``version``. One tiny query."""
    if REPLICA not in settings.DATABASES or monotonic() < _Known.resting_until:
        return False
    try:
        return content_version(REPLICA) == version
    except DatabaseError as error:
        log.warning("the replica does not answer, and is left alone for %s seconds: %s", REST, type(error).__name__)
        rest()
        return False


def rest() -> None:
    """Leave the replica alone for a while."""
    _Known.resting_until = monotonic() + REST


def made_of_the_bank(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a public page that is not kept, but made of the bank alone, come from the replica."""

    def from_replica(*args: Any, **kwargs: Any) -> HttpResponse:
        if REPLICA not in settings.DATABASES:
            return view(*args, **kwargs)
        with public_reads(content_version()):
            return view(*args, **kwargs)

    return from_replica
