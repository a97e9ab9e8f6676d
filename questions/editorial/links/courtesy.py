"""Politeness: one host hears one question at a time, with a pause before the next."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

PAUSE = 1.0  # seconds


class Courtesy:
    """Shared by all who ask at the same time. ``clock`` and ``sleep`` count in seconds."""

    def __init__(
        self,
        *,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pause, self.clock, self.sleep = pause, clock, sleep
        self._guard = Lock()
        self._hosts: dict[str, Lock] = {}
        self._asked: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until ``host`` may be asked; nobody else asks it until the block ends."""
        with self._guard:
            lock = self._hosts.setdefault(host, Lock())
        with lock:
            if host in self._asked:
                wait = self._asked[host] + self.pause - self.clock()
                if wait > 0:
                    self.sleep(wait)
            try:
                yield
            finally:
                self._asked[host] = self.clock()
