"""PostgreSQL restarted under load: pages fail while it is down, and the running server finds it again by itself."""

import time
from collections.abc import Iterator

from bench.figures import Figure

from ..banks import PATHS, POSTGRESQL, on_postgresql
from ..bounds import Bounds
from ..editor import editing, lost, sign_in
from ..postgres import Postgres
from ..site import Server, Site
from ..soundness import faults
from ..visitors import visitors

CREW = 8
# Mode of the stop, and the seconds it stays down: a restart, a crash, and a longer repair.
WAYS = {"restarted (fast)": ("fast", 0.0), "fallen (immediate)": ("immediate", 0.0), "down for 12 s": ("fast", 12.0)}
# A visitor may wait for a connection that was tried just before the database was back (DATABASE_PATIENCE, 5 s).
RECOVERY = 6.0


def run(bounds: Bounds) -> Iterator[Figure]:
    with on_postgresql(bounds.questions) as (site, postgres), site.served() as server:
        session = sign_in(site)
        for way, (mode, pause) in WAYS.items():
            yield from _broken(f"PostgreSQL {way}", mode, pause, bounds, site, postgres, server, session)


def _broken(
    what: str, mode: str, pause: float, bounds: Bounds, site: Site, postgres: Postgres, server: Server, session: str
) -> Iterator[Figure]:
    with visitors(server.address, PATHS, CREW) as load, editing(server.address, session) as editor:
        time.sleep(bounds.seconds / 2)
        down = time.monotonic()
        postgres.stop(mode)
        time.sleep(pause)
        postgres.start()
        up = time.monotonic()
        time.sleep(bounds.seconds / 2 + RECOVERY + 1)
    before = [page for page in load.seen.failed if page.at + page.took < down]
    # A page that was begun while it was down may have waited for it.
    late = [page.at - up for page in load.seen.failed if page.at > up]
    fine = [page for page in load.seen.pages if page.at > up and not page.fault]
    meanwhile = len(load.seen.failed) - len(before) - len(late)
    yield Figure(f"{what}: pages that failed before", len(before), "", 0, database=POSTGRESQL)
    yield Figure(
        f"{what}: pages that failed while it was down for {up - down:.1f} s",
        meanwhile,
        "",
        None,
        load.seen.faults(),
        database=POSTGRESQL,
    )
    yield Figure(
        f"{what}: pages that failed though asked for after it was up",
        len(late),
        "",
        0,
        f"{len(fine):,} came",
        database=POSTGRESQL,
    )
    yield Figure(
        f"{what}: the longest wait for a page asked for after it was up",
        max((page.took for page in fine), default=RECOVERY * 9),
        "s",
        RECOVERY,
        database=POSTGRESQL,
    )
    yield Figure(
        f"{what}: saved and told so, but lost",
        len(lost(site, editor.told)),
        "",
        0,
        f"of {len(editor.told):,}",
        database=POSTGRESQL,
    )
    yield Figure(f"{what}: faults of the database", len(faults(site)), "", 0, database=POSTGRESQL)
