"""Slow and greedy clients, two hundred at a time, while somebody else reads: ``python -m torture.slow``.

Measured on gunicorn alone and, where they are installed, behind the proxies of deploy/. What is promised is promised of a
site behind one of those: a thread of gunicorn waits for whoever has begun to send, and there are only a few of them.
"""

import argparse
import asyncio
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.serving import ROOT, environment_of, serve
from torture import proxies

CLIENTS, SECONDS = 200, 12
GUIDE = ROOT / "content/Library and Information Science/Public Libraries/Community Outreach Librarian.md"
PAGE = "/roles/community-outreach-librarian/"
MOST = 1.0  # seconds the answer to somebody else may take
PATIENCE = 5.0  # seconds after which somebody else gives up
BEGUN = 16_000
UPLOAD = "/admin/questions/guideimport/upload/"


@dataclass(frozen=True, slots=True)
class Measured:
    """How long somebody else waited at worst, in seconds, and how many of whose pages did not come at all."""

    worst: float
    asked: int
    unanswered: int

    @property
    def kept(self) -> bool:
        return self.worst <= MOST and not self.unanswered


async def slow_head(port: int) -> None:
    """A head that never ends, a byte a second."""
    _, writer = await _open(port)
    writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
    await _drip(writer)


async def slow_body(port: int) -> None:
    """A form that never ends, a byte a second."""
    _, writer = await _open(port)
    writer.write(b"POST /report/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n")
    writer.write(b"Cookie: csrftoken=" + b"f" * 32 + b"\r\nContent-Length: 100000\r\n\r\ntext=")
    await _drip(writer)


async def silent(port: int) -> None:
    """Connected, and says nothing."""
    reader, _ = await _open(port)
    await reader.read(1)


async def slow_reader(port: int) -> None:
    """Asks for a large page twice a second on one connection, and reads nothing of it."""
    _, writer = await _open(port, SO_RCVBUF=2048)
    while True:
        writer.write(f"GET {PAGE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        await writer.drain()
        await asyncio.sleep(0.5)


async def huge_head(port: int) -> None:
    """Heads of a hundred thousand bytes, one after the other."""
    while True:
        reader, writer = await _open(port)
        writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 8_000) for n in range(12)))
        await reader.read(1_000)
        writer.close()
        await asyncio.sleep(0.5)


async def large_upload(port: int) -> None:
    """A hundred megabytes to the page that takes guides, one a second."""
    while True:
        reader, writer = await _open(port)
        writer.write(f"POST {UPLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000000\r\n\r\n".encode())
        for _ in range(1_600):
            writer.write(b"x" * 64_000)
            await writer.drain()
            await asyncio.sleep(0.06)
        await reader.read(100)
        writer.close()


ATTACKS: dict[str, Callable[[int], Coroutine[Any, Any, None]]] = {
    "connected and silent": silent,
    "heads, a byte a second": slow_head,
    "bodies, a byte a second": slow_body,
    "readers who do not read": slow_reader,
    "heads of 100,000 bytes": huge_head,
    "uploads of 100 MB": large_upload,
}


async def _open(port: int, **options: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    connection = socket.socket()
    connection.setblocking(False)
    for name, value in options.items():
        connection.setsockopt(socket.SOL_SOCKET, getattr(socket, name), value)
    await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", port))
    return await asyncio.open_connection(sock=connection, limit=2_048)


async def _drip(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"a")
        await writer.drain()
        await asyncio.sleep(1)


async def _again(attack: Callable[[int], Coroutine[Any, Any, None]], port: int) -> None:
    """Whoever is thrown out comes back."""
    while True:
        try:
            await attack(port)
        except OSError:
            await asyncio.sleep(0.5)


def attacked(port: int, attack: Callable[[int], Coroutine[Any, Any, None]], clients: int, seconds: float) -> Measured:
    """What somebody else meets who asks for a page five times a second, while so many ``clients`` attack."""

    async def all_of_them() -> None:
        everybody = [asyncio.create_task(_again(attack, port)) for _ in range(clients)]
        await asyncio.wait(everybody, timeout=seconds)
        for one in everybody:
            one.cancel()
        await asyncio.gather(*everybody, return_exceptions=True)

    greedy = threading.Thread(target=asyncio.run, args=(all_of_them(),))
    greedy.start()
    time.sleep(1)
    times: list[float] = []
    unanswered = 0
    while greedy.is_alive():
        began = time.perf_counter()
        try:
            unanswered += ask(port) != 200
        except (OSError, http.client.HTTPException):
            unanswered += 1
        times.append(time.perf_counter() - began)
        time.sleep(0.2)
    return Measured(max(times), len(times), unanswered)


def ask(port: int) -> int:
    """The status of one page, asked for on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", PAGE)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def refusal(port: int) -> tuple[int, float]:
    """What an upload of 100 MB is told that has sent its head and BEGUN bytes: the status, and after how many seconds."""
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(f"POST {UPLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000000\r\n\r\n".encode())
        connection.sendall(b"x" * BEGUN)  # some proxies ask nobody before they have a little
        line = connection.recv(64).split(b"\r\n")[0]
        return int(line.split()[1]), time.perf_counter() - began


def prepared(folder: Path) -> dict[str, str]:
    """The environment of a site in ``folder`` that has the page asked for, with two workers."""
    environment = environment_of(folder) | {"WEB_CONCURRENCY": "2", "LOG_LEVEL": "critical", "ENV_FILE": os.devnull}
    for command in (
        ["migrate", "--verbosity", "0"],
        ["import_guides", str(GUIDE), "--quiet"],
        ["collectstatic", "--noinput", "-v0"],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    return environment


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m torture.slow", description=__doc__.partition("\n")[0])
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of each attack")
    parser.add_argument("--only", default="", help="attacks with these words in their name")
    parser.add_argument("--where", default="", help="only on or behind this: gunicorn, nginx, caddy")
    asked = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="slow-clients-") as folder, ExitStack() as stack:
        site = stack.enter_context(serve(prepared(Path(folder)))).removeprefix("http://")
        ports = {"gunicorn alone": int(site.partition(":")[2])}
        for name in proxies.installed():
            (place := Path(folder) / name).mkdir()
            place.chmod(0o777)  # nginx that root starts works as another user
            ports[f"behind {name}"] = int(stack.enter_context(proxies.before(site, name, place)).rpartition(":")[2])
        Path(folder).chmod(0o755)
        print(f"{asked.clients} clients for {asked.seconds:.0f} s; the worst wait of somebody else, and pages that did not come")
        for where, port in ports.items():
            if asked.where not in where:
                continue
            urlopen(f"http://127.0.0.1:{port}{PAGE}", timeout=60).close()  # which may still be starting
            status, seconds = refusal(port)
            print(f"\n{where}: an upload of 100 MB is told {status} after {seconds:.3f} s, when {BEGUN:,} bytes are sent")
            for name, attack in ATTACKS.items():
                if asked.only not in name:
                    continue
                found = attacked(port, attack, asked.clients, asked.seconds)
                failed += not found.kept and where != "gunicorn alone"
                word = "kept" if found.kept else "not kept"
                print(f"  {name:26} {found.worst:6.2f} s  {found.unanswered:3} of {found.asked:3}  {word}", flush=True)
                time.sleep(6)  # until gunicorn has let go of those who left
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
