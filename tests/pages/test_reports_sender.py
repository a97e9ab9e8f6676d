"""Who sent a message: told apart by a hash of the address, which is kept for a day and tells nobody the address."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from questions.editorial import throttle
from questions.models import Sending

from .test_reports_throttle import ADA, BOB, NOON, send


@pytest.fixture
def clock(db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def test_no_address_is_kept_and_its_hash_for_a_day_only(clock):
    send()
    [kept] = Sending.objects.all()
    assert ADA not in f"{kept.sender} {kept}"
    assert len(kept.sender) == 64
    assert throttle.sender_of(ADA, NOON) == kept.sender != throttle.sender_of(ADA, NOON + dt.timedelta(days=1))
    clock.shift(dt.timedelta(days=1))
    send(BOB)
    assert Sending.objects.get() != kept


def test_another_secret_key_makes_another_hash(settings):
    before = throttle.sender_of(ADA, NOON)
    settings.SECRET_KEY = "another"
    assert throttle.sender_of(ADA, NOON) != before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "no address", True),
    ],
)
def test_an_ipv6_address_counts_by_its_first_half(one: str, other: str, same: bool):
    assert (throttle.sender_of(one, NOON) == throttle.sender_of(other, NOON)) is same


def test_without_a_proxy_of_ours_nobody_talks_their_way_out_with_a_header(clock):
    assert [send(**{"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(6)][-1] is False


def test_behind_our_proxy_the_address_is_the_one_the_proxy_added(clock, settings):
    settings.BEHIND_PROXY = True
    assert [send("127.0.0.1", **{"X-Forwarded-For": f"203.0.113.{number}, {ADA}"}) for number in range(6)][-1] is False
    assert send("127.0.0.1", **{"X-Forwarded-For": f"{ADA}, {BOB}"})


def test_of_two_that_arrive_in_the_same_instant_each_sees_the_other(clock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(throttle, "MOST", [(throttle.KEPT, 1)])
    write = Sending.objects.create

    def written_by_two_workers(**values: Any) -> Sending:
        write(**values)  # the other worker, which has not counted yet
        return write(**values)

    monkeypatch.setattr(Sending.objects, "create", written_by_two_workers)
    with pytest.raises(throttle.NotNow):
        throttle.admit(ADA)
    assert Sending.objects.count() == 1
