"""The shared cache gone under load, and back again."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench.figures import Figure

from ..banks import PATHS, on_sqlite
from ..bounds import Bounds
from ..site import wait_until
from ..visitors import Seen, visitors

CREW = 8
REST = 5  # seconds for which prepsite leaves a cache alone that did not answer (questions/caching/store.py)


def run(bounds: Bounds) -> Iterator[Figure]:
    if shutil.which("redis-server") is None:
        raise SystemExit("Part of make torture needs redis-server (Debian: apt-get install redis-server).")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Pages are not kept in the workers' own memory, so that each of them asks the cache.
    with on_sqlite(bounds.questions, CACHE_URL=f"redis://127.0.0.1:{port}/0", KEPT_PAGES_MB="0") as site, site.served() as server:
        with _redis(port):
            up = _load(server.address, bounds.seconds)
            hits = _asked(port)
        down = _load(server.address, bounds.seconds)
        with _redis(port):
            time.sleep(REST)
            again = _load(server.address, bounds.seconds)
            hits_again = _asked(port)
        with _redis(port) as redis, visitors(server.address, PATHS, CREW) as load:
            time.sleep(bounds.seconds / 2)
            redis.kill()
            time.sleep(bounds.seconds / 2)
    for when, seen in (("up", up), ("down", down), ("up again", again), ("killed under load", load.seen)):
        rate = (
            f"{len(seen.pages) / bounds.seconds:,.0f} pages a second, the longest {seen.longest:.2f} s {seen.faults()}".rstrip()
        )
        yield Figure(f"the cache is {when}: pages that failed", len(seen.failed), "", 0, rate)
    yield Figure(
        "the cache is up again: pages it is not asked for",
        int(not (hits and hits_again)),
        "",
        0,
        f"asked {hits_again:,} times; before {hits:,}",
    )


def _load(address: str, seconds: float) -> Seen:
    with visitors(address, PATHS, CREW) as load:
        time.sleep(seconds)
    return load.seen


@contextmanager
def _redis(port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: bool(_answers(port)), "redis-server answers")
            yield process
        finally:
            process.kill()


def _answers(port: int) -> str:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"INFO stats\r\n")
            return connection.recv(100_000).decode()
    except OSError:
        return ""


def _asked(port: int) -> int:
    """How often pages were found in it."""
    return int(re.findall(r"keyspace_hits:(\d+)", _answers(port))[0])
