"""Where rendered pages are kept: in this process, and in Valkey or Redis too where ``CACHE_URL`` names one."""

import logging
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any, Protocol

from django.conf import settings
from django.core.cache import caches

log = logging.getLogger(__name__)
SHARED = "pages"
DAY = 24 * 3600
REST = 5  # seconds in which a cache that did not answer is not asked again: visitors would wait for it


@dataclass(slots=True)
class Page:
    """A page's own headers, and its bytes by the encoding they are in."""

    headers: dict[str, str]
    bodies: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values())) + 500


class Weighed(Protocol):
    @property
    def size(self) -> int:
        """Bytes, or nearly."""


class Memory[Thing: Weighed]:
    """The things asked for last, each as it is in one edition, in at most ``most`` bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self.things: OrderedDict[Hashable, tuple[Hashable, Thing, int]] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable, edition: Hashable) -> Thing | None:
        with self.lock:
            found = self.things.get(key)
            if found is None:
                return None
            if found[0] != edition:
                self._drop(key)
                return None
            self.things.move_to_end(key)
            return found[1]

    def set(self, key: Hashable, edition: Hashable, thing: Thing) -> None:
        with self.lock:
            self._drop(key)
            size = thing.size
            if size > self.most // 4:
                return  # one thing is not to push out all the others
            self.things[key] = (edition, thing, size)
            self.size += size
            while self.size > self.most:
                self._drop(next(iter(self.things)))

    def clear(self) -> None:
        with self.lock:
            self.things.clear()
            self.size = 0

    def _drop(self, key: Hashable) -> None:
        if key in self.things:
            self.size -= self.things.pop(key)[2]


class Store:
    """Memory first, then what all processes share. A cache that is down costs time and no page."""

    def __init__(self) -> None:
        self.memory: Memory[Page] = Memory(settings.KEPT_PAGES_MB * 1_000_000)
        self.resting_until = 0.0
        self.shared: Any = caches[SHARED] if SHARED in settings.CACHES else None

    def get(self, key: str, edition: str) -> Page | None:
        page = self.memory.get(key, edition)
        if page is None and self.shared:
            page = self._ask("get", f"{edition}:{key}")
            if page:
                self.memory.set(key, edition, page)
        return page

    def set(self, key: str, edition: str, page: Page) -> None:
        self.memory.set(key, edition, page)
        if self.shared:
            self._ask("set", f"{edition}:{key}", page, DAY)

    def _ask(self, verb: str, *arguments: Any) -> Any:
        from redis.exceptions import RedisError  # only where there is one to ask

        if monotonic() < self.resting_until:
            return None
        try:
            return getattr(self.shared, verb)(*arguments)
        except (RedisError, OSError) as error:
            log.warning("the cache of pages does not answer, and is left alone for %s seconds: %s", REST, error)
            self.resting_until = monotonic() + REST
            return None
