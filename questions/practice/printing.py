"""What stands at the foot of every printed page, so that a sheet found later still says what it is and how old."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote, urlencode

from django.http import HttpRequest
from django.utils.timezone import localdate


class Foot(NamedTuple):
    """``address`` is made to be read and typed: letters of any script stand as themselves."""

    address: str
    day: date


def foot_of(request: HttpRequest, asked: Mapping[str, object] | None = None) -> Foot:
    """The foot of the page of ``request``; ``asked`` is what of its query makes sense. The day is the server's, as the page
    is the same for everyone who asks for it that day."""
    query = unquote(urlencode({name: str(value) for name, value in (asked or {}).items()}, safe=","))
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    return Foot(f"{address}?{query}" if query else address, localdate())
