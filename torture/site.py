"""A site of one's own in a folder: its environment, its commands, and gunicorn as systemd runs it.

The socket is held here, as systemd holds it (deploy/systemd/prepsite.socket), and handed to ``deploy/serve`` in the same way
(LISTEN_FDS). So the server can end and start anew while visitors' connections wait.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
LOG, LONGEST = ROOT / "var" / "torture.log", 1_000_000
BACKLOG = 2048  # as in the unit
# The socket becomes the third file of the server, as systemd has it.
SERVE = 'exec 3<&"$HELD"; LISTEN_FDS=1 LISTEN_PID=$$; export LISTEN_FDS LISTEN_PID; exec deploy/serve'


class Site:
    """``environment`` is what each of its processes gets; ``database`` its address."""

    def __init__(self, folder: Path, database: str, **settings: str) -> None:
        self.folder = folder
        own = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV")
        self.environment = {name: os.environ[name] for name in own if name in os.environ} | {
            "ENV_FILE": "/dev/null",
            "SECRET_KEY": "only for this site",
            "HTTPS": "off",
            "DATABASE_URL": database,
            "STATIC_ROOT": str(folder / "static"),
            "VAR_DIR": str(folder),
            "WEB_CONCURRENCY": "2",
            "PYTHONUNBUFFERED": "1",
            **settings,
        }
        self.log = folder / "server.log"

    def manage(self, *arguments: str) -> str:
        """What a command of manage.py says; raises CalledProcessError where it fails."""
        command = [sys.executable, "manage.py", *arguments]
        said = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return said.stdout

    def start(self, *command: str) -> subprocess.Popen[str]:
        """A Python process on this site that nobody waits for; its words come through pipes."""
        return subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    @contextmanager
    def served(self) -> Iterator["Server"]:
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        with socket.create_server(("127.0.0.1", 0), backlog=BACKLOG) as held:
            server = Server(self, held)
            server.start()
            try:
                yield server
            finally:
                server.end()
                _keep(self.log)


def _keep(log: Path) -> None:
    """What the server said, for who wants to know why something failed."""
    with LOG.open("ab") as kept:
        kept.write(log.read_bytes()[:LONGEST])


class Server:
    """gunicorn on a socket that outlives it."""

    def __init__(self, site: Site, held: socket.socket) -> None:
        self.site, self.held = site, held
        self.address = f"http://127.0.0.1:{held.getsockname()[1]}"
        self.process: subprocess.Popen[bytes]

    def start(self) -> None:
        """Returns when it answers."""
        held = self.held.fileno()
        environment = self.site.environment | {"HELD": str(held)}
        with self.site.log.open("ab") as log:
            command = ["sh", "-c", SERVE]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[held], stdout=log, stderr=log)
        urlopen(f"{self.address}/healthz", timeout=60).close()

    @property
    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def reload(self) -> None:
        """``systemctl reload``; returns when all workers are new ones."""
        before = set(self.workers)
        self.send(signal.SIGHUP)
        wait_until(lambda: len(self.workers) == len(before) and not before & set(self.workers), "the workers are new ones")

    def restart(self) -> None:
        """``systemctl restart``: the server ends with what it answers, then starts; the socket is open all the time."""
        self.send(signal.SIGTERM)
        self.process.wait(60)
        self.start()

    def kill_worker(self) -> None:
        """Returns when there is another one."""
        number, victim = len(self.workers), self.workers[0]
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda: len(self.workers) == number and victim not in self.workers, "there is another worker")

    def kill(self) -> None:
        """Kill the server's first process, then its workers, then start anew: all as systemd does (KillMode=mixed)."""
        workers = self.workers
        self.send(signal.SIGKILL)
        self.process.wait(60)
        for pid in workers:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), "the workers ended")
        self.start()

    def end(self) -> None:
        if self.process.poll() is None:
            self.send(signal.SIGTERM)
        self.process.wait(60)


def wait_until(true: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Raises TimeoutError, which says what did not come."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"After {seconds:g} seconds it is still not so that {what}.")
        time.sleep(0.02)
