"""A web server on this machine, that answers as a test wants, and a fetcher that may ask it."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from questions.editorial.links.addresses import Policy, is_public
from questions.editorial.links.asking import Patience
from questions.editorial.links.courtesy import Courtesy
from questions.editorial.links.fetching import Fetcher

HERE = "127.0.0.1"
NOBODY = "127.0.0.2"  # this machine too, but nothing listens there
QUICK = Patience(connect=0.5, read=0.15, whole=0.3)


class Site:
    """``pages`` maps (method, path), or a path alone, to a status, (status, headers) or what writes the answer itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[Any, Any] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()  # what answers slowly looks at it, so that no test waits for its end

    def url(self, path: str = "/", host: str = "library.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append((request.command, request.path))
        self.headers.append(dict(request.headers))
        page = self.pages.get((request.command, request.path), self.pages.get(request.path, 404))
        if callable(page):
            page(request)
            return
        status, headers = page if isinstance(page, tuple) else (page, {})
        request.send_response(status)
        for name, value in ({"Content-Length": "0"} | headers).items():
            request.send_header(name, value)
        request.end_headers()


@contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            pass  # the other side hung up, which is what some tests are about

        def get_request(self) -> tuple[socket.socket, Any]:
            connection, address = super().get_request()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8 * 1024)
            return (tls.wrap_socket(connection, server_side=True) if tls else connection), address

    with Server((HERE, 0), Handler) as server:
        site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


def fetcher_for(
    site: Site, *, names: dict[str, list[str]] | None = None, resolve: Callable | None = None, **settings: Any
) -> Fetcher:
    """A fetcher that may ask ``site`` beside the public web; every name leads there but those in ``names``."""
    policy = Policy(
        resolve=resolve or (lambda host, port: (names or {}).get(host, [HERE])),
        may_ask=lambda address: address in (HERE, NOBODY) or is_public(address),
        ports=frozenset({80, site.port}),
    )
    return Fetcher(policy=policy, courtesy=Courtesy(pause=0), **({"patience": QUICK} | settings))
