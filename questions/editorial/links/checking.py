"""Many links: at most eight at once, all links of one host by the same worker, each result saved as it comes."""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Event
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils import timezone

from .fetching import Fetcher, Look
from .recording import Checked, record

AT_ONCE = 8

logger = logging.getLogger(__name__)


class Wanted(NamedTuple):
    pk: int
    url: str
    url_key: str


def check(
    links: QuerySet, *, look: Callable[[str], Look] | None = None, at_once: int = AT_ONCE, seconds: float | None = None
) -> Iterator[Checked | None]:
    """Look at ``links`` and yield what became of each; None for one that was deleted or changed meanwhile.

    After ``seconds`` no more are begun or waited for: those then missing were not looked at. Only the caller's own thread
    talks to the database.
    """
    wanted = [Wanted(*row) for row in links.values_list("pk", "url", "url_key")]
    for link, seen in _looks(wanted, look or Fetcher().look, at_once, seconds):
        yield record(link.pk, link.url_key, seen, at=timezone.now())


def _looks(
    wanted: list[Wanted], look: Callable[[str], Look], at_once: int, seconds: float | None
) -> Iterator[tuple[Wanted, Look]]:
    end = None if seconds is None else time.monotonic() + seconds
    results: SimpleQueue[tuple[Wanted, Look]] = SimpleQueue()
    stop = Event()

    def work(links: list[Wanted]) -> None:
        for link in links:
            if stop.is_set():
                return
            results.put((link, _look(look, link.url)))

    workers = ThreadPoolExecutor(at_once, thread_name_prefix="link-check")
    try:
        # The longest queue first: it decides when the run ends.
        for links in sorted(_by_host(wanted), key=len, reverse=True):
            workers.submit(work, links)
        for _ in wanted:
            yield results.get(timeout=None if end is None else max(end - time.monotonic(), 0))
    except Empty:
        return
    finally:
        stop.set()
        workers.shutdown(wait=False, cancel_futures=True)


def _by_host(wanted: Iterable[Wanted]) -> list[list[Wanted]]:
    """The links of one host stay together, so that no worker waits for its turn behind another one."""
    hosts: dict[str, list[Wanted]] = defaultdict(list)
    for link in wanted:
        hosts[urlsplit(link.url_key).hostname or ""].append(link)
    return list(hosts.values())


def _look(look: Callable[[str], Look], url: str) -> Look:
    try:
        return look(url)
    except Exception:  # one strange answer must not end a run of thousands; the log keeps it for us
        logger.exception("A look at %s failed", url)
        return Look(fault="the check itself failed; the log says why")
