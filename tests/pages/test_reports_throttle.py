"""Nobody floods the editors: so many messages an address, and so many in all."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from questions.editorial import inbox, throttle
from questions.models import Message, Sending
from tests.factories import make_report

from .letters import REPORT, report, suggest, taken
from .reading import text_of

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ADA, BOB = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def clock(db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def send(address: str = ADA, **headers: str) -> bool:
    """Whether a report from ``address`` is taken."""
    return taken(Client(REMOTE_ADDR=address, headers=headers).post("/report/", REPORT))


def test_five_messages_in_ten_minutes_are_taken_and_the_sixth_waits(clock, visitor: Client):
    assert [send() for _ in range(6)] == [True] * 5 + [False]
    clock.shift(599)
    assert not send()
    clock.shift(1)
    assert send()


def test_both_forms_count_together(clock, visitor: Client):
    pages = [report(visitor), suggest(visitor), report(visitor), suggest(visitor), report(visitor), suggest(visitor)]
    assert [taken(page) for page in pages] == [True] * 5 + [False]


def test_twenty_messages_a_day_are_taken_and_no_more_also_over_midnight(clock):
    for _ in range(4):
        assert [send() for _ in range(5)] == [True] * 5
        clock.shift(dt.timedelta(hours=4))  # the last one at midnight
    assert not send()
    clock.move_to(NOON + dt.timedelta(days=1, seconds=1))
    assert send()


def test_somebody_else_may_still_send(clock):
    assert [send() for _ in range(6)][-1] is False
    assert send(BOB)


def test_who_has_to_wait_is_told_how_long_and_loses_nothing(clock, visitor: Client):
    for _ in range(5):
        report(visitor)
    clock.shift(60)
    page = report(visitor, text="My sixth.", contact="ada@library.example")
    assert (page.status_code, page["Retry-After"], page["Cache-Control"]) == (429, "540", "no-store")
    assert text_of(page, ".faults li") == [
        "Several messages have come from your address, so this one has to wait. Please send it again in 9 minutes."
    ]
    assert text_of(page, "#id_text") == ["My sixth."]
    assert "ada@library.example" in page.text


def test_a_wait_of_hours_is_told_in_hours(clock, visitor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(throttle, "MOST", [(throttle.KEPT, 1)])
    report(visitor)
    clock.shift(dt.timedelta(hours=1, minutes=30))
    assert text_of(report(visitor), ".faults li")[0].endswith("Please send it again in 23 hours.")


def test_to_try_too_early_does_not_lengthen_the_wait(clock):
    for _ in range(5):
        send()
    clock.shift(300)
    assert not any(send() for _ in range(10))
    clock.shift(300)
    assert send()


def test_a_mistake_in_the_form_does_not_count(clock, visitor: Client):
    assert {report(visitor, text="").status_code for _ in range(10)} == {200}
    assert taken(report(visitor))


@pytest.mark.parametrize("bound", ["MOST_A_DAY", "MOST_WAITING"])
def test_a_flood_from_many_addresses_ends_when_the_queue_is_full(clock, monkeypatch: pytest.MonkeyPatch, bound: str):
    monkeypatch.setattr(inbox, bound, 3)
    assert [send(f"192.0.2.{number}") for number in range(4)] == [True] * 3 + [False]
    page = Client(REMOTE_ADDR=BOB).post("/report/", REPORT)
    assert (page.status_code, page["Retry-After"]) == (503, "86400")
    assert text_of(page, "#id_text") == [REPORT["text"]]
    assert Message.objects.count() == Sending.objects.count() == 3


def test_what_editors_have_settled_no_longer_fills_the_queue(clock, monkeypatch: pytest.MonkeyPatch, django_user_model):
    monkeypatch.setattr(inbox, "MOST_A_DAY", 1)
    message = make_report()
    assert not send()
    inbox.dismiss([message], by=django_user_model.objects.create(username="erin"))
    assert send()
