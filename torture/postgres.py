"""A PostgreSQL that can be restarted and killed: as Debian has it, waiting for the disk as in production."""

import os
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

PROGRAMS = Path("/usr/lib/postgresql")


class Postgres:
    """``url`` is its address, which stays the same; ``with`` starts and ends it."""

    def __init__(self) -> None:
        found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
        if not found:
            raise SystemExit("Part of make torture needs PostgreSQL's server programs (Debian: apt-get install postgresql).")
        self.programs = found[-1].parent
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"postgres://prepsite@127.0.0.1:{self.port}/prepsite"

    def __enter__(self) -> "Postgres":
        self.place = tempfile.TemporaryDirectory(prefix="prepsite-torture-pg-")
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres", self.place.name], check=True)
        self.data = f"{self.place.name}/data"
        flags = ["--username", "prepsite", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
        self._run("initdb", "--pgdata", self.data, *flags)
        self.start()
        self._run("createdb", "--host", "127.0.0.1", "--port", str(self.port), "--username", "prepsite", "prepsite")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._run("pg_ctl", "--pgdata", self.data, "--mode", "immediate", "--silent", "stop", check=False)
        self.place.cleanup()

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.place.name}"
        log = f"{self.place.name}/log"
        self._run("pg_ctl", "--pgdata", self.data, "--silent", "--wait", "--log", log, "--options", options, "start")

    def stop(self, mode: str) -> None:
        """``fast`` closes all connections; ``immediate`` lets everything fall, as kill -9 does, and recovers at the start."""
        self._run("pg_ctl", "--pgdata", self.data, "--silent", "--wait", "--mode", mode, "stop")

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]  # it refuses to run as root
        subprocess.run(command, cwd=self.place.name, check=check, stdout=subprocess.DEVNULL)
