"""gunicorn as in production with one worker, on the loopback address, and what it costs."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

SECONDS, VISITORS = 3, 8


@dataclass(frozen=True, slots=True)
class Server:
    """``address`` without a slash at its end, gunicorn's process, and the seconds until the home page came."""

    address: str
    master: int
    first: float

    @property
    def worker(self) -> int:
        [worker] = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return int(worker)

    def cpu(self) -> float:
        """Seconds the worker has used a processor for, all its threads together."""
        threads = Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def memory(self) -> float:
        """Megabytes of the worker, what it shares with others counted in part (PSS)."""
        return int(re.findall(r"Pss:\s+(\d+)", Path(f"/proc/{self.worker}/smaps_rollup").read_text())[0]) / 1000

    def rate(self, path: str, *headers: str) -> float:
        """Requests a second that wrk gets answered. Needs wrk (Debian: apt-get install wrk)."""
        wrk = ["wrk", "-t1", f"-c{VISITORS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: br, gzip"]
        for header in headers:
            wrk += ["-H", header]
        said = subprocess.run([*wrk, self.address + path], check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in said:
            raise SystemExit(f"{path} did not answer well:\n{said}")
        return float(re.findall(r"Requests/sec:\s+([\d.]+)", said)[0])

    def rates(self, asked: dict[str, tuple[str, ...]], rounds: int) -> dict[str, float]:
        """The best rate of each of ``asked`` (path, headers), asked in turns: a slow moment of the machine meets all of them."""
        found: dict[str, float] = dict.fromkeys(asked, 0)
        for _ in range(rounds):
            for name, (path, *headers) in asked.items():
                found[name] = max(found[name], self.rate(path, *headers))
        return found


@contextmanager
def serve(environment: dict[str, str]) -> Iterator[Server]:
    """The site of ``environment`` with the static files of ``STATIC_ROOT``; it ends with the block."""
    if shutil.which("wrk") is None:
        raise SystemExit("make bench asks wrk for requests: install it (Debian: apt-get install wrk).")
    environment = environment | {"DJANGO_SETTINGS_MODULE": "bench.site", "WEB_CONCURRENCY": "1", "MAX_REQUESTS": "0"}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"], env=environment, check=True)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        bind = ["--bind", f"fd://{listening.fileno()}"]
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "prepsite/gunicorn.conf.py", *bind, "prepsite.wsgi"]
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        started = time.perf_counter()
        with subprocess.Popen(gunicorn, env=environment, pass_fds=[listening.fileno()]) as server:
            try:
                urlopen(address, timeout=60).close()
                yield Server(address, server.pid, time.perf_counter() - started)
            finally:
                server.terminate()
