"""How often one address may send the editors something, without keeping the address.

What is kept is a keyed hash of it, for a day, in the database, so that all workers count together. The key has the day in
it: once a day's rows are gone, nobody can tell whether two days saw the same address, not even with the secret key.
"""

import datetime as dt
from ipaddress import ip_address

from django.utils import timezone
from django.utils.crypto import salted_hmac

from questions.models import Sending

KEPT = dt.timedelta(days=1)
# Enough for somebody who works through a role's questions; a whole library or household may share one address.
MOST = [(dt.timedelta(minutes=10), 5), (KEPT, 20)]


class NotNow(Exception):  # noqa: N818 - an answer, not a fault
    """Nothing was taken; it may be tried again after ``wait``."""

    def __init__(self, wait: dt.timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


def admit(address: str) -> None:
    """Count one sending from ``address``, an IP address in text; raises NotNow, and counts nothing, where it is one too many.

    The row is written before the others are counted: of two that arrive in the same instant each sees the other, so
    together they cannot exceed the limit. For that, call it outside a transaction.
    """
    now = timezone.now()
    forget(now)
    senders = [sender_of(address, now - age) for age in (dt.timedelta(0), KEPT)]
    sending = Sending.objects.create(sender=senders[0], at=now)
    others = Sending.objects.filter(sender__in=senders).exclude(pk=sending.pk)
    times = sorted(others.values_list("at", flat=True))
    wait = max(_wait(times, now, *limit) for limit in MOST)
    if wait:
        sending.delete()
        raise NotNow(wait)


def forget(now: dt.datetime | None = None) -> int:
    """Delete what is older than a day; how many rows these were."""
    deleted, _ = Sending.objects.filter(at__lte=(now or timezone.now()) - KEPT).delete()
    return deleted


def sender_of(address: str, moment: dt.datetime) -> str:
    """The keyed hash that stands for ``address`` on the day of ``moment``: 64 hexadecimal digits.

    An IPv6 address counts as its first 64 bits, since one household or phone has all of the rest. All senders without a
    readable address count as one.
    """
    day = moment.astimezone(dt.UTC).date().isoformat()
    return salted_hmac(f"questions.throttle {day}", _place(address), algorithm="sha256").hexdigest()


def _place(address: str) -> bytes:
    try:
        read = ip_address(address.strip())
    except ValueError:
        return b""
    # An IPv4 address in IPv6 clothes: its first 64 bits are the same for all of them.
    return (getattr(read, "ipv4_mapped", None) or read).packed[:8]


def _wait(times: list[dt.datetime], now: dt.datetime, window: dt.timedelta, most: int) -> dt.timedelta:
    """How long until fewer than ``most`` of ``times`` (the oldest first) lie within ``window``; nothing if so now."""
    within = [time for time in times if time > now - window]
    return within[-most] + window - now if len(within) >= most else dt.timedelta(0)
