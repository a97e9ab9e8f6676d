"""Visitors who ask for page after page, and count each answer they did not get.

They do what browsers do: keep a connection for the next page, and where the server has closed it meanwhile, before it sent
anything of an answer, ask once more on a new one (RFC 9112, 9.3.1, allows that for a GET). Such a page is not failed, but
counted by itself (``again``). Everything else that is no whole answer of 2xx or 3xx is failed.
"""

import itertools
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, RemoteDisconnected
from threading import Event, Thread
from urllib.parse import urlsplit

PATIENCE = 60  # seconds until a visitor gives a page up
CLOSED = (RemoteDisconnected, ConnectionResetError, BrokenPipeError)


@dataclass(frozen=True, slots=True)
class Asked:
    """One page: when it was asked for, the seconds it took, and what went wrong ("" if nothing)."""

    at: float
    took: float
    fault: str


@dataclass(slots=True)
class Seen:
    """What all visitors saw together."""

    pages: list[Asked] = field(default_factory=list)
    again: int = 0

    @property
    def failed(self) -> list[Asked]:
        return [page for page in self.pages if page.fault]

    @property
    def longest(self) -> float:
        """Seconds somebody waited for a page that came."""
        return max((page.took for page in self.pages if not page.fault), default=0.0)

    def faults(self) -> str:
        """The kinds of faults, the most frequent first."""
        kinds: dict[str, int] = {}
        for page in self.failed:
            kinds[page.fault] = kinds.get(page.fault, 0) + 1
        return ", ".join(f"{number} × {kind}" for kind, number in sorted(kinds.items(), key=lambda kind: -kind[1]))


class Visitor(Thread):
    """Asks for ``paths`` in turns; ``keeps`` its connection, or makes a new one for each page."""

    def __init__(self, address: str, paths: Sequence[str], first: int, *, keeps: bool, stop: Event) -> None:
        super().__init__(daemon=True)
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self.paths = itertools.islice(itertools.cycle(paths), first, None)
        self.headers = {"Accept-Encoding": "br"} | ({} if keeps else {"Connection": "close"})
        self.stop = stop
        self.seen = Seen()

    def run(self) -> None:
        while not self.stop.is_set():
            at = time.monotonic()
            fault = self._ask(next(self.paths))
            self.seen.pages.append(Asked(at, time.monotonic() - at, fault))
            if fault:
                self.connection.close()
                self.stop.wait(0.05)  # as long as it takes to press the key again
        self.connection.close()

    def _ask(self, path: str) -> str:
        kept = self.connection.sock is not None
        try:
            answer = self._answer(path)
        except CLOSED as error:
            self.connection.close()
            if not kept:
                return type(error).__name__
            self.seen.again += 1
            return self._ask(path)
        except (HTTPException, OSError) as error:
            return type(error).__name__
        return self._whole(answer)

    def _answer(self, path: str) -> HTTPResponse:
        self.connection.request("GET", path, headers=self.headers)
        return self.connection.getresponse()

    def _whole(self, answer: HTTPResponse) -> str:
        """Once an answer has begun, nothing is asked for again."""
        try:
            answer.read()
        except (HTTPException, OSError) as error:
            return f"half an answer ({type(error).__name__})"
        return "" if 200 <= answer.status < 400 else f"status {answer.status}"


class Load:
    """Visitors at work. ``seen`` is complete once the block of ``visitors`` has ended."""

    def __init__(self, crew: list[Visitor]) -> None:
        self.crew = crew
        self.seen = Seen()

    def so_far(self) -> int:
        return sum(len(visitor.seen.pages) for visitor in self.crew)


@contextmanager
def visitors(address: str, paths: Sequence[str], number: int) -> Iterator[Load]:
    """``number`` of them, while the block runs; every second one makes a new connection for each page."""
    stop = Event()
    load = Load([Visitor(address, paths, each, keeps=each % 2 == 0, stop=stop) for each in range(number)])
    for visitor in load.crew:
        visitor.start()
    try:
        yield load
    finally:
        stop.set()
        for visitor in load.crew:
            visitor.join(PATIENCE + 5)
        for visitor in load.crew:
            load.seen.pages += visitor.seen.pages
            load.seen.again += visitor.seen.again
