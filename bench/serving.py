"""What visitors of the starter bank meet: pages sent from memory, against an empty page with the same middleware."""

import os
import subprocess
import sys
from urllib.request import Request, urlopen

from bench.figures import Figure
from bench.server import serve

ROUNDS = 3
# What we promise: parts of the rate of the empty page, seconds until the first answer, megabytes of a worker.
KEPT, UNCHANGED, FIRST_ANSWER, MEMORY = 0.7, 0.85, 1.5, 110
ROLE = "/roles/community-outreach-librarian/"
PAGES = {"a role page of 50 questions": ROLE, "the home page": "/", "a question": "/questions/1/", "a feed": f"{ROLE}feed/"}


def measure(_questions: int = 0) -> list[Figure]:
    environment = dict(os.environ)
    for command in ("migrate --verbosity 0", "import_guides content --quiet"):
        subprocess.run([sys.executable, "manage.py", *command.split()], env=environment, check=True)
    with serve(environment) as server:
        tag = urlopen(server.address + ROLE, timeout=30).headers["ETag"]
        asked: dict[str, tuple[str, ...]] = {"empty": ("/empty/",), "304": (ROLE, f"If-None-Match: {tag}")}
        asked |= {"static": (_stylesheet(server.address),)}
        asked |= {name: (path,) for name, path in PAGES.items()}
        rates = server.rates(asked, ROUNDS)
        memory = server.memory()
    empty = rates["empty"]
    return [
        Figure("an empty page", 1000 / empty, "ms", None, f"{empty:,.0f} requests/s"),
        _share("a static file", rates["static"], empty, None),
        *(_share(f"kept: {name}", rates[name], empty, KEPT) for name in PAGES),
        _share("a page that is still so (304)", rates["304"], empty, UNCHANGED),
        Figure("the first answer after the start", server.first, "s", FIRST_ANSWER),
        Figure("memory of a worker", memory, "MB", MEMORY),
    ]


def _share(what: str, rate: float, empty: float, least: float | None) -> Figure:
    remark = f"{rate / empty:.2f} of its rate, {rate:,.0f}/s"
    return Figure(f"{what}, times as long", empty / rate, "x", None if least is None else round(1 / least, 3), remark)


def _stylesheet(address: str) -> str:
    """The path of the stylesheet as pages link to it."""
    with urlopen(Request(f"{address}/about/"), timeout=30) as page:
        return page.read().decode().partition('<link rel="stylesheet" href="')[2].partition('"')[0]
