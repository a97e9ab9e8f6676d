"""Starting anew under load: `systemctl reload`, `systemctl restart`, and workers that end after so many requests."""

import time
from collections.abc import Callable, Iterator

from bench.figures import Figure

from ..banks import PATHS, on_sqlite
from ..bounds import Bounds
from ..site import Server
from ..visitors import Seen, visitors

CREW = 16


def run(bounds: Bounds) -> Iterator[Figure]:
    with on_sqlite(bounds.questions) as site, site.served() as server:
        yield from _figures("reload (HUP)", bounds.rounds, _under_load(server, Server.reload, bounds))
        yield from _figures("restart, the socket held by systemd", bounds.rounds, _under_load(server, Server.restart, bounds))
    with (
        on_sqlite(bounds.questions, MAX_REQUESTS="200") as site,
        site.served() as server,
        visitors(server.address, PATHS, CREW) as load,
    ):
        time.sleep(bounds.seconds)
    yield from _figures("workers that start anew after 200 requests", 1, load.seen)


def _under_load(server: Server, again: Callable[[Server], None], bounds: Bounds) -> Seen:
    pause = bounds.seconds / bounds.rounds / 2
    with visitors(server.address, PATHS, CREW) as load:
        for _ in range(bounds.rounds):
            time.sleep(pause)
            again(server)
            time.sleep(pause)
    return load.seen


def _figures(what: str, times: int, seen: Seen) -> Iterator[Figure]:
    often = f", {times} times" if times > 1 else ""
    pages = f"of {len(seen.pages):,} pages {seen.faults()}".rstrip()
    yield Figure(f"{what}{often}: failed requests", len(seen.failed), "", 0, pages)
    yield Figure(
        f"{what}: asked again, on a connection that was closed while idle", seen.again, "", None, "what browsers do by themselves"
    )
    yield Figure(f"{what}: the longest a visitor waited", seen.longest, "s")
