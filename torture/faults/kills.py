"""`kill -9` of a worker and of the server's first process, while visitors read and an editor saves."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bench.figures import Figure

from ..banks import PATHS, POSTGRESQL, SQLITE, on_either
from ..bounds import Bounds
from ..editor import editing, lost, sign_in
from ..site import Server, Site
from ..soundness import faults
from ..visitors import visitors

CREW = 4
PAUSE = 0.5  # seconds under load before and after


@dataclass(slots=True)
class Count:
    told: int = 0
    lost: int = 0
    damaged: int = 0
    pages: int = 0
    failed: int = 0
    most_at_once: int = 0
    words: list[str] = field(default_factory=list)


def run(bounds: Bounds) -> Iterator[Figure]:
    for database in (SQLITE, POSTGRESQL):
        with on_either(database, bounds.questions) as site, site.served() as server:
            session = sign_in(site)
            for victim, kill in (("worker", Server.kill_worker), ("server", Server.kill)):
                yield from _figures(victim, database, bounds.rounds, _rounds(site, server, session, kill, bounds.rounds))


def _rounds(site: Site, server: Server, session: str, kill: Callable[[Server], None], rounds: int) -> Count:
    count = Count()
    for _ in range(rounds):
        with visitors(server.address, PATHS, CREW) as load, editing(server.address, session) as editor:
            time.sleep(PAUSE)
            kill(server)
            time.sleep(PAUSE)
        missing, found = lost(site, editor.told), faults(site)
        count.told += len(editor.told)
        count.lost += len(missing)
        count.damaged += bool(found)
        count.words += found
        count.pages += len(load.seen.pages)
        count.failed += len(load.seen.failed)
        count.most_at_once = max(count.most_at_once, len(load.seen.failed))
    return count


def _figures(victim: str, database: str, rounds: int, count: Count) -> Iterator[Figure]:
    what = f"kill -9 of the {victim}, {rounds} times"
    yield Figure(f"{what}: saved and told so, but lost", count.lost, "", 0, f"of {count.told:,}", database=database)
    yield Figure(
        f"{what}: rounds after which the database was damaged",
        count.damaged,
        "",
        0,
        "; ".join(count.words[:3]),
        database=database,
    )
    # Whom the process had let in loses that page; nobody loses a second one.
    remark = f"{count.failed} of {count.pages:,} pages in all"
    yield Figure(
        f"{what}: pages of {CREW} visitors that failed in one round, at most",
        count.most_at_once,
        "",
        CREW,
        remark,
        database=database,
    )
