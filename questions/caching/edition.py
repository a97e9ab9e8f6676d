"""The edition of the site: everything a public page depends on beside its address, in one word.

That is the content version, the release, and the clock: things come and go at times editors set, and sheets to print say the
day. So an edition ends at the next such time or at midnight.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from questions.models import Question, ResourceLink, Role

from .release import release
from .version import content_version

SCHEDULED: tuple[Any, ...] = (Question, Role, ResourceLink)
FIELD: Any = Question._meta.get_field("publish_at")


@dataclass(frozen=True, slots=True)
class Edition:
    """Valid while the content has ``version``, from ``since`` until before ``until``."""

    word: str
    version: str
    since: dt.datetime
    until: dt.datetime


class _Known:
    """The last edition this process has seen: while it lasts, the clock and one short query tell so."""

    edition: Edition | None = None


def current() -> Edition:
    """The edition of this moment. To be asked before a page is made: what is changed meanwhile shows in the next one."""
    version, now = content_version(), timezone.now()
    known = _Known.edition
    if known and known.version == version and known.since <= now < known.until:
        return known
    since, until = _around(now)
    word = hashlib.blake2b(f"{release()} {version} {since.isoformat()}".encode(), digest_size=9).hexdigest()
    _Known.edition = edition = Edition(word, version, since, until)
    return edition


def _around(now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The last time before ``now`` at which something came or went, or a day began, and the next one after it."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = (midnight + dt.timedelta(hours=36)).replace(hour=0)  # also where a day has 23 hours
    last, following = _times(now)
    return max(filter(None, [midnight, last])), min(filter(None, [tomorrow, following]))


def _times(now: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    """In one query, off the indexes of these columns."""
    moment = FIELD.get_db_prep_value(now, connection)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_of('max', '<=')}, {_of('min', '>')}", [moment] * 4 * len(SCHEDULED))
        last, following = map(_read, cursor.fetchone())
    return last, following


def _of(function: str, sign: str) -> str:
    parts = " UNION ALL ".join(
        f"SELECT {function}({column}) AS moment FROM {model._meta.db_table} WHERE {column} {sign} %s"  # noqa: S608 - no input
        for model in SCHEDULED
        for column in ("publish_at", "retire_at")
    )
    return f"(SELECT {function}(moment) FROM ({parts}) AS moments)"  # noqa: S608 - no input


def _read(value: Any) -> dt.datetime | None:
    """SQLite gives times as text."""
    for convert in connection.ops.get_db_converters(FIELD.get_col(Question._meta.db_table)):
        value = convert(value, None, connection)
    return value
