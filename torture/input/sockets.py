"""Bytes that are no requests, or nearly none, sent to gunicorn itself; what comes back, and what it says of it."""

import os
import re
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

from tests.serving import ROOT, environment_of, serve
from torture.input.answering import Fault
from torture.input.making import Maker

HOST = "127.0.0.1"
LONGEST = 10.0  # seconds an answer may take
# "Not implemented" and "version not supported" are what HTTP wants to be said of some of these.
FITTING = (501, 505)
STATUS = re.compile(rb"^HTTP/1\.[01] (\d{3})", re.MULTILINE)
GET = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = "POST /report/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
MALFORMED = (
    *(
        "\r\n\r\n",
        "\0" * 50 + "\r\n\r\n",
        "GET\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1 x\r\n\r\n",
        "get / http/1.1\r\n\r\n",
    ),
    *(
        "GET  /  HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\n\n",
        f"GET /{'a' * 9_000} HTTP/1.1\r\n\r\n",
        f"{'G' * 400} / HTTP/1.1\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\r\n\r\n",
    ),
    *(
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET //evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ),
    *(
        "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ),
    *(
        "GET / HTTP/1.1\r\n\r\n",
        f"{GET}Host: other\r\n\r\n",
        f"{GET}no colon\r\n\r\n",
        f"{GET}: empty\r\n\r\n",
        f"{GET}A B: c\r\n\r\n",
        f"{GET}A : c\r\n\r\n",
    ),
    *(
        f"{GET} folded\r\n\r\n",
        f"{GET}A: b\r\n folded\r\n\r\n",
        f"{GET}A: \0\r\n\r\n",
        f"{GET}A: b\rC: d\r\n\r\n",
        f"{GET}A: {'b' * 9_000}\r\n\r\n",
    ),
    *(
        GET + "".join(f"A{n}: b\r\n" for n in range(200)) + "\r\n",
        f"{GET}X_Forwarded_For: 1\r\n\r\n",
        f"{GET}Content-Length: 5\r\n\r\nabc",
    ),
    *(
        f"{POST}Content-Length: -1\r\n\r\n",
        f"{POST}Content-Length: +5\r\n\r\nhello",
        f"{POST}Content-Length: 5, 5\r\n\r\nhello",
        f"{POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    ),
    *(
        f"{POST}Content-Length: {'9' * 30}\r\n\r\nx",
        f"{POST}Content-Length: 1e3\r\n\r\nx",
        f"{POST}Expect: 100-continue\r\nContent-Length: 3\r\n\r\na=b",
    ),
    *(
        f"{POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        f"{POST}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    ),
    *(
        f"{POST}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
        f"{POST}Transfer-Encoding: gzip\r\n\r\nx",
        f"{POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    ),
    *(
        f"{POST}Transfer-Encoding: chunked\r\n\r\n{body}"
        for body in ("zz\r\nabc\r\n", "-1\r\n", "5\r\nabc", "3\r\nabcX\r\n0\r\n\r\n", "3;x=y\r\na=b\r\n0\r\n\r\n")
    ),
    *(
        f"{POST}Transfer-Encoding: chunked\r\n\r\n{body}"
        for body in ("0\r\nTrailer: x\r\n\r\n", "ffffffffffffffffff\r\n", "3 \r\na=b\r\n0\r\n\r\n", "\r\n")
    ),
    *(
        f"{POST}Content-Length: 0\r\n\r\n{GET}\r\n",
        f"{GET}\r\n" * 20,
        f"{GET}\r\nGARBAGE\r\n\r\n",
        f"{GET}Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n",
    ),
    *(
        f"{GET}Accept-Language: {'\xff' * 50}\r\n\r\n",
        f"{GET}Cookie: \xff=\xfe\r\n\r\n",
        f"{POST}Content-Type: x/y; charset=base64\r\nContent-Length: 1\r\n\r\na",
    ),
)


def made(seed: int, number: int, maker: Maker) -> bytes:
    """What is sent under this number: half of it malformed, half an odd request as it would go over the wire."""
    random = Random(f"sockets/{seed}/{number}")
    if number % 2:
        sent = random.choice(MALFORMED).encode("latin-1")
    else:
        made, path, _who, method = maker.begin(number)
        asked = maker.end(number, made, path, "visitor", method, [])
        lines = [
            f"{asked.method} {asked.target} HTTP/1.1",
            f"Host: {HOST}",
            *(f"{name}: {value}" for name, value in asked.headers.items()),
        ]
        if asked.body:
            lines += [
                f"Content-Type: {asked.type}",
                *([f"Content-Length: {len(asked.body)}"] if "Content-Length" not in asked.headers else []),
            ]
        sent = "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n" + asked.body
    if random.random() < 0.1:
        place = random.randrange(len(sent))
        sent = sent[:place] + random.choice((b"", b"\0", b"\r\n", b"\xff", b" ", b":")) + sent[place + 1 :]
    return sent


def send(port: int, sent: bytes) -> bytes:
    """Whatever comes back until the server has no more to say. Raises TimeoutError where nothing comes, nor an end."""
    with socket.create_connection((HOST, port), timeout=LONGEST) as connection:
        try:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))
        except ConnectionError:
            return b""  # closed before all of it was read


def ask(requests: int, seed: int, folder: Path, maker: Maker) -> tuple[Counter[int], list[Fault]]:
    """The statuses that came back from the site, served by gunicorn in ``folder``, and what went wrong."""
    environment = environment_of(folder) | {
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "ENV_FILE": os.devnull,
        "LOG_LEVEL": "error",
    }
    environment |= {"ALLOWED_HOSTS": f"{HOST},localhost", "PYTHONWARNINGS": "ignore"}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True)
    came: Counter[int] = Counter()
    faults = []
    with (folder / "said").open("w+b") as said:
        with serve(environment, stderr=said) as address:
            port = int(address.rpartition(":")[2])
            for number in range(requests):
                sent = made(seed, number, maker)
                try:
                    statuses = Counter(int(status) for status in STATUS.findall(send(port, sent)))
                except TimeoutError:
                    statuses = Counter()
                    faults.append(Fault(f"raw {number}: {sent[:600]!r}", 0, f"No answer within {LONGEST} s."))
                came += statuses
                if any(status >= 500 and status not in FITTING for status in statuses):
                    faults.append(Fault(f"raw {number}: {sent[:600]!r}", max(statuses), ""))
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    faults += [Fault("raw, by the log", 0, line) for line in lines if "raceback" in line or '"level": "error"' in line]
    return came, [fault for fault in faults if "DisallowedHost" not in fault.said]
