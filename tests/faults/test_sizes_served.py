"""The same limits on the wire, by gunicorn as it is set up."""

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.serving import ROOT, environment_of, serve

UPLOAD = "/admin/questions/guideimport/upload/"
LONG = 30  # seconds: nobody here waits so long, unless something is wrong


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    environment = environment_of(tmp_path_factory.mktemp("site")) | {"LOG_LEVEL": "critical"}
    for command in ("migrate --verbosity 0", "collectstatic --noinput --verbosity 0"):
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, env=environment, check=True)
    with serve(environment) as address:
        yield int(address.rpartition(":")[2])


def told(port: int, *sent: str) -> str:
    """The first line of the answer to what is ``sent``, while the connection stays open for more."""
    with socket.create_connection(("127.0.0.1", port), timeout=LONG) as connection:
        connection.sendall("\r\n".join([*sent, "", ""]).encode())
        return connection.makefile("rb").readline().decode().strip()


def test_an_upload_of_a_hundred_megabytes_is_refused_before_it_comes(port: int):
    # Nothing but the head is sent, so an answer shows that nothing else was waited for.
    line = told(port, f"POST {UPLOAD} HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 100000000")
    assert line.startswith("HTTP/1.1 413 ")


def test_an_upload_in_chunks_is_refused_before_the_first(port: int):
    line = told(port, f"POST {UPLOAD} HTTP/1.1", "Host: 127.0.0.1", "Transfer-Encoding: chunked")
    assert line.startswith("HTTP/1.1 411 ")


@pytest.mark.parametrize(
    ("line", "status"),
    [("X-Large: " + "a" * 9_000, "431"), ("\r\n".join(f"X-{number}: a" for number in range(200)), "431"), ("X Odd: a", "400")],
    ids=["a large one", "two hundred", "no name"],
)
def test_headers_beyond_the_limits_are_refused(port: int, line: str, status: str):
    assert told(port, "GET / HTTP/1.1", "Host: 127.0.0.1", line).startswith(f"HTTP/1.1 {status} ")


def test_who_says_two_lengths_is_refused(port: int):
    line = told(port, "POST /report/ HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 5", "Transfer-Encoding: chunked")
    assert line.startswith("HTTP/1.1 400 ")
