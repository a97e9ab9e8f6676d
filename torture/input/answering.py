"""Sends requests to the site through its WSGI handler, and notices every fault."""

import io
import logging
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception

from prepsite.readable import Application, readable
from torture.input.bank import TOKEN
from torture.input.forms import Fields, forms_of
from torture.input.making import Asked

NEVER = str.maketrans("", "", "\0\r\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """A request that was answered by a fault: ``status`` 500 and more, or 0 if nothing came back; and what was said of it."""

    asked: str
    status: int
    said: str

    @property
    def place(self) -> str:
        """The last line of our own in the traceback, and the exception: faults of one place are one fault."""
        lines = self.said.strip().splitlines()
        ours = [line.strip() for line in lines if 'File "' in line and "site-packages" not in line]
        return f"{ours[-1] if ours else ''} {lines[-1] if lines else ''}"[:300]


class _Heard(logging.Handler):
    """Keeps what is logged as an error. A wrong host is one to Django, but no fault of ours; it is answered with 400."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("django.security."):
            trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info and record.exc_info[0] else ""
            self.said.append(f"{record.getMessage()[:200]}\n{trace}")


@contextmanager
def listening() -> Iterator[_Heard]:
    heard = _Heard()

    def note(**_kwargs: Any) -> None:
        heard.said.append(traceback.format_exc())

    root = logging.getLogger()
    root.addHandler(heard)
    got_request_exception.connect(note)
    try:
        yield heard
    finally:
        root.removeHandler(heard)
        got_request_exception.disconnect(note)


@dataclass(slots=True)
class Site:
    """The site, for one run. ``bring_back`` puts the database in its first state."""

    cookies: dict[str, str]
    bring_back: Callable[[], None]
    handler: Application = field(default_factory=lambda: readable(WSGIHandler()))
    forms: dict[tuple[str, str], list[Fields]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")

    def afresh(self) -> None:
        """The first state of the bank, and no kept pages."""
        self.bring_back()
        self.handler = readable(WSGIHandler())

    def forms_at(self, path: str, who: str) -> list[Fields]:
        """The forms that ``who`` finds on the page at ``path``."""
        if (path, who) not in self.forms:
            status, _, page = self._send(Asked(-1, who, "GET", path))
            # Only a page that is there for everybody with the same fields is worth remembering.
            self.forms[path, who] = forms_of(page.decode("utf-8", "replace")) if status == 200 else []
        return self.forms[path, who]

    def ask(self, asked: Asked) -> Fault | None:
        """Send one request; what went wrong, if something did."""
        with listening() as heard:
            began = time.perf_counter()
            try:
                status, _, _ = self._send(asked)
            except Exception:  # whatever a view lets out is what is looked for
                status = 0
                heard.said.append(traceback.format_exc())
            took = time.perf_counter() - began
        self.statuses[status] += 1
        self.slowest = max(self.slowest, (took, str(asked)))
        if status >= 500 or status == 0 or heard.said:
            return Fault(str(asked), status, max(heard.said, key=len, default=""))
        return None

    def _send(self, asked: Asked) -> tuple[int, list[tuple[str, str]], bytes]:
        found: list[tuple[int, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *_rest: object) -> None:
            found.append((int(status.split()[0]), headers))

        answer = self.handler(environ_of(asked, self.cookies[asked.who]), start)
        try:
            page = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        return *found[-1], page


def environ_of(asked: Asked, cookie: str) -> dict[str, Any]:
    """What gunicorn would make of the request, as far as it lets it through."""
    path, _, query = asked.target.partition("?")
    environ = {
        "REQUEST_METHOD": asked.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.encode("utf-8", "replace").decode("latin-1"),
        "RAW_URI": asked.target,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "HTTP_COOKIE": cookie,
        "HTTP_X_CSRFTOKEN": TOKEN,
        "CONTENT_TYPE": asked.type.translate(NEVER),
        "CONTENT_LENGTH": str(len(asked.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(asked.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in asked.headers.items():
        key = name.upper().replace("-", "_")
        # gunicorn refuses those three, which the raw requests (sockets.py) try.
        sent = value.encode("utf-8", "replace").decode("latin-1").translate(NEVER)
        if key == "COOKIE":
            sent = f"{cookie}; {sent}"
        environ[key if key == "CONTENT_LENGTH" else f"HTTP_{key}"] = sent
    return environ
