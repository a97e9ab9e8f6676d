"""One request to one checked address: only the head of the answer is read, and every wait has an end."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Timer
from typing import NamedTuple

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError

from .addresses import Target

# We say who asks, and why, so that an operator who minds can tell us from a visitor.
HEADERS = {
    "User-Agent": "prepsite-link-check/1.0 (sees whether a link still works; one request at a time)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
MOST_ADDRESSES = 3  # of one host, tried in turn until one takes the connection
# The body is never read; what the system takes in of it beforehand stays as small as this.
MOST_BYTES = 16 * 1024
SOCKET: list[tuple[int, int, int | bytes]] = [
    (socket.SOL_SOCKET, socket.SO_RCVBUF, MOST_BYTES),
    (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),
]


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: for a connection, for the next bytes, and for one link altogether, redirects included."""

    connect: float = 5
    read: float = 10
    whole: float = 20


class Answer(NamedTuple):
    status: int
    location: str


class NoAnswerError(Exception):
    """Nobody answered; the message says what happened, as the end of a sentence. ``hung_up``: they did listen, though."""

    def __init__(self, message: str, *, hung_up: bool = False) -> None:
        super().__init__(message)
        self.hung_up = hung_up


def ask(method: str, target: Target, patience: Patience, left: float, tls: ssl.SSLContext) -> Answer:
    """The status and redirect of ``target``; ``left`` is what remains of the whole time, in seconds. Raises NoAnswerError."""
    end = time.monotonic() + left
    connection = _connect(target, patience, end, tls)
    with _cut_at(end, connection) as cut:
        try:
            connection.request(method, target.path, headers={**HEADERS, "Host": target.host_header}, preload_content=False)
            response = connection.getresponse()
            response.close()
            if cut.is_set():
                raise TimeoutError  # a head that was cut short looks like a whole one
            return Answer(response.status, _readable(response.headers.get("Location", "")))
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            if cut.is_set() or isinstance(error, (TimeoutError, ReadTimeoutError)):
                raise NoAnswerError("it took too long to answer") from None
            raise NoAnswerError("it gave no readable answer", hung_up=True) from None
        finally:
            connection.close()


def _connect(target: Target, patience: Patience, end: float, tls: ssl.SSLContext) -> HTTPConnection:
    for address in target.addresses[:MOST_ADDRESSES]:
        left = end - time.monotonic()
        if left <= 0:
            break
        connection = _connection(address, target, min(patience.connect, left), tls)
        try:
            connection.connect()
            connection.timeout = patience.read  # from here on
            return connection
        except (NewConnectionError, ConnectTimeoutError):
            connection.close()  # another of its addresses may be reachable from here
        except (ssl.SSLError, HTTPError, OSError, ValueError) as error:
            connection.close()
            if isinstance(error, TimeoutError):
                raise NoAnswerError("it took too long to answer") from None
            raise NoAnswerError(_of_tls(error)) from None
    raise NoAnswerError("no connection to its server")


def _connection(address: str, target: Target, timeout: float, tls: ssl.SSLContext) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout, socket_options=SOCKET)
    # To the address that was looked at, but the certificate must be the name's.
    return HTTPSConnection(
        address, target.port, timeout=timeout, socket_options=SOCKET, ssl_context=tls, server_hostname=target.host
    )


def _readable(location: str) -> str:
    """A header is read byte by byte as Latin-1; many servers write UTF-8 there, and no honest one control characters."""
    text = location.encode("latin-1", "replace").decode("utf-8", "replace")
    return "".join(letter for letter in text if letter.isprintable()).strip()


def _of_tls(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message.rstrip('.')}"
    return "no safe connection to its server"


@contextmanager
def _cut_at(end: float, connection: HTTPConnection) -> Iterator[Event]:
    """Hang up at ``end``, also on a server that sends a byte now and then and so never lets a wait run out."""
    cut = Event()

    def hang_up() -> None:
        cut.set()
        # Below TLS, which another thread is reading from. Either may fail where the connection ends in this very moment.
        with suppress(OSError, TypeError):
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    timer = Timer(max(end - time.monotonic(), 0), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield cut
    finally:
        timer.cancel()
