"""What visitors meet: gunicorn as in production, asked by wrk. Rates are compared with that of an empty page in the same run."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.figures import Figure

SECONDS, ROUNDS, VISITORS = 3, 3, 8
# What we promise: parts of the rate of the empty page, seconds until the first answer, megabytes of a worker.
KEPT, UNCHANGED, FIRST_ANSWER, MEMORY = 0.7, 0.85, 1.5, 110
ROLE = "/roles/community-outreach-librarian/"
PAGES = {"a role page of 50 questions": ROLE, "the home page": "/", "a question": "/questions/1/", "a feed": f"{ROLE}feed/"}


def measure(folder: Path, environment: dict[str, str]) -> list[Figure]:
    """Serve the starter bank from ``folder`` on the loopback address. Needs wrk (Debian: apt-get install wrk)."""
    if shutil.which("wrk") is None:
        raise SystemExit("make bench asks wrk for requests: install it (Debian: apt-get install wrk).")
    environment |= {"STATIC_ROOT": str(folder / "static"), "DJANGO_SETTINGS_MODULE": "bench.site", "WEB_CONCURRENCY": "1"}
    for command in ("migrate --verbosity 0", "import_guides content --quiet", "collectstatic --noinput --verbosity 0"):
        subprocess.run([sys.executable, "manage.py", *command.split()], env=environment, check=True)
    with _serve(environment) as (address, master, first):
        tag = urlopen(address + ROLE, timeout=30).headers["ETag"]
        asked: dict[str, tuple[str, ...]] = {"empty": ("/empty/",), "304": (ROLE, "-H", f"If-None-Match: {tag}")}
        asked |= {name: (path,) for name, path in PAGES.items()}
        # In turns, so that a slow moment of the machine meets all of them.
        rates = {name: max(found) for name, found in _turns(address, asked).items()}
        memory = _memory_of(master)
    empty = rates["empty"]
    return [
        Figure("an empty page, in ms", 1000 / empty, "ms", float("inf"), f"{empty:,.0f} requests/s"),
        *(_share(f"kept: {name}", rates[name], empty, KEPT) for name in PAGES),
        _share("a page that is still so (304)", rates["304"], empty, UNCHANGED),
        Figure("the first answer after the start", first, "s", FIRST_ANSWER),
        Figure("memory of a worker", memory, "MB", MEMORY),
    ]


def _share(what: str, rate: float, empty: float, least: float) -> Figure:
    return Figure(
        f"{what}, times as long", empty / rate, "x", round(1 / least, 3), f"{rate / empty:.2f} of its rate, {rate:,.0f}/s"
    )


def _turns(address: str, asked: dict[str, tuple[str, ...]]) -> dict[str, list[float]]:
    rates: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, (path, *headers) in asked.items():
            rates[name].append(_rate(address + path, *headers))
    return rates


def _rate(url: str, *headers: str) -> float:
    wrk = ["wrk", "-t1", f"-c{VISITORS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: br, gzip", *headers, url]
    said = subprocess.run(wrk, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{url} did not answer well:\n{said}")
    return float(re.findall(r"Requests/sec:\s+([\d.]+)", said)[0])


@contextmanager
def _serve(environment: dict[str, str]) -> Iterator[tuple[str, int, float]]:
    """The address, gunicorn's process, and the seconds until the home page came."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        bind = ["--bind", f"fd://{listening.fileno()}"]
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "prepsite/gunicorn.conf.py", *bind, "prepsite.wsgi"]
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        started = time.perf_counter()
        with subprocess.Popen(gunicorn, env=environment, pass_fds=[listening.fileno()]) as server:
            try:
                urlopen(address, timeout=60).close()
                yield address, server.pid, time.perf_counter() - started
            finally:
                server.terminate()


def _memory_of(master: int) -> float:
    """Megabytes of its largest worker, what it shares with others counted in part (PSS)."""
    workers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return max(int(re.findall(r"Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())[0]) for pid in workers) / 1000


def main() -> int:
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        figures = measure(folder, os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'serving.sqlite3'}"})
    print(*figures, sep="\n", flush=True)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
