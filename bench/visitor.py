"""One visitor who asks for one page after the other, over one connection."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median, quantiles

from bench.server import Server

HEADERS = {"Accept-Encoding": "br, gzip"}


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds: what the visitor waited (in the middle, for all but five in a hundred, at most), and the worker's own."""

    middle: float
    p95: float
    most: float
    cpu: float


def ask(server: Server, paths: Sequence[str], times: int = 1, *, expected: int = 200) -> Cost:
    """What ``paths`` cost, each asked ``times`` times in turns. Raises SystemExit where one does not answer as expected."""
    connection = HTTPConnection(server.address.removeprefix("http://"), timeout=120)
    waited = []
    before = server.cpu()
    for path in list(paths) * times:
        started = time.perf_counter()
        connection.request("GET", path, headers=HEADERS)
        answer = connection.getresponse()
        answer.read()
        waited.append(1000 * (time.perf_counter() - started))
        if answer.status != expected:
            raise SystemExit(f"{path[:80]} answers {answer.status}")
    used = 1000 * (server.cpu() - before) / len(waited)
    connection.close()
    p95 = quantiles(waited, n=20, method="inclusive")[-1] if len(waited) > 1 else waited[0]
    return Cost(median(waited), p95, max(waited), used)
