"""What no middleware can catch: Django makes a request of these headers before it calls the first one."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.http import parse_header_parameters

type Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def readable(application: Application) -> Application:
    """``application``, given content types alone that Django reads.

    Django takes each codec that Python knows for a charset, "base64" and "undefined" too, and fails in the middle; and it
    fails over what is too long to be a content type.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["CONTENT_TYPE"] = content_type(environ.get("CONTENT_TYPE", ""))
        return application(environ, start_response)

    return answer


def content_type(said: str) -> str:
    """``said``; without its meaning if nobody can read it, and with Latin-1 for every charset but UTF-8.

    Django answers forms in Latin-1 with 400, as it does those in any charset that it does not take.
    """
    try:
        kind, parameters = parse_header_parameters(said)
    except ValueError:
        return "application/octet-stream"
    charset = parameters.get("charset", "utf-8")
    if not isinstance(charset, str) or charset.lower() not in ("utf-8", "utf8"):
        return f"{kind}; charset=latin-1"
    return said
