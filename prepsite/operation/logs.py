"""Logs: one line of JSON for each event, found by the id of its request, and nothing in it that says who asked or for what.

What is left out: addresses of visitors, query strings, cookies, and in messages every word the visitor sent. Lines of code in
a traceback stay, since they are ours.
"""

import datetime as dt
import json
import logging
import re
from traceback import TracebackException
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest

from .requests import current

FORMATS, LEVELS = ("json", "text"), ("debug", "info", "warning", "error", "critical")
FRAMES = 12  # of each exception in a traceback, the innermost
WORD = re.compile(r"\w{2,}")
ALIKE = 5  # letters; words that begin alike are taken for forms of one word
# gunicorn says who sent what it could not read, and what that was; and the whole address of what failed.
SENDER, QUERY = re.compile(r" from ip=\S+: ([^:'\"(]*).*", re.DOTALL), re.compile(r"\?[^\s'\"]*")
# Parts of an address that open a door to whoever has them.
KEYS = ("token", "key", "uidb64")
# Tells of the staff by the keys of their accounts, which a form of the admin may have sent, and of nothing that was typed.
STAFF = "prepsite.accounts"


def logging_as(form: str, level: str) -> dict[str, Any]:
    """``LOGGING``, all of it on stderr: in ``form`` (of FORMATS), from ``level`` on (of LEVELS)."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "prepsite.operation.logs.Json"},
            "text": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            # No handler of its own: Django's would send mail with all of the request in it.
            "django": {"handlers": [], "level": level.upper()},
            # What is not found or not allowed stands in the access log.
            "django.request": {"level": max(level.upper(), "ERROR", key=logging.getLevelName)},
            # Who came in is told however little is told of the rest.
            STAFF: {"level": "INFO"},
        },
    }


class Json(logging.Formatter):
    """``time`` (UTC), ``level``, ``logger``, ``message``, ``request`` (its id) and, of an exception, ``traceback``."""

    def format(self, record: logging.LogRecord) -> str:
        asked = current.get()
        hide = Hiding(asked[1] if asked else getattr(record, "request", None))
        line = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if record.name == STAFF else hide(record.getMessage()),
        }
        if asked:
            line["request"] = asked[0]
        if record.exc_info and record.exc_info[1]:
            line["traceback"] = "".join(_told(TracebackException.from_exception(record.exc_info[1], limit=-FRAMES), hide))
        return json.dumps(line, ensure_ascii=False)


class Hiding:
    """Takes out of a text what a visitor may have put into it. Without a request only what is known by its form."""

    def __init__(self, request: Any) -> None:
        self.words = {word[:ALIKE] for word in _sent(request)} if isinstance(request, HttpRequest) else set()

    def __call__(self, text: str) -> str:
        text = QUERY.sub("?…", SENDER.sub(r": \1", text))
        return WORD.sub(lambda word: "…" if word[0].casefold()[:ALIKE] in self.words else word[0], text) if self.words else text


def _sent(request: HttpRequest) -> set[str]:
    """All words of the query, of a form that was read, of cookies, of keys in the address, and where the visitor comes from."""
    texts = [request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", ""), *request.COOKIES.values()]
    texts.append(unquote(request.META.get("QUERY_STRING", "").replace("+", " "), errors="replace"))
    if hasattr(request, "_post"):  # what failed while it was read is not to be read again
        # The admin adds words of its own, and numbers.
        texts += [str(value) for values in request._post.lists() for value in values[1]]
    if request.resolver_match:
        texts += [str(value) for name, value in request.resolver_match.kwargs.items() if name in KEYS]
    return {word.casefold() for text in texts for word in WORD.findall(text)}


def _told(told: TracebackException, hide: Hiding) -> list[str]:
    """The traceback as Python tells it, the exceptions' own words apart: those may quote what was sent."""
    lines: list[str] = []
    if told.__cause__:
        lines += [*_told(told.__cause__, hide), "\nwhich caused:\n\n"]
    elif told.__context__ and not told.__suppress_context__:
        lines += [*_told(told.__context__, hide), "\nwhile that was handled:\n\n"]
    return [*lines, *told.stack.format(), *map(hide, told.format_exception_only())]
