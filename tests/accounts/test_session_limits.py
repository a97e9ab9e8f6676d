"""A session ends when nobody used it for two hours, and after twelve in any case."""

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .signing import DESK, is_in, sign_in

MINUTE, HOUR = 60, 3600
pytestmark = pytest.mark.usefixtures("erin")


@pytest.fixture
def desk(clock: time_machine.Traveller) -> Client:
    browser = Client()
    sign_in(browser)
    return browser


def test_two_idle_hours_end_it(desk: Client, clock: time_machine.Traveller):
    clock.shift(2 * HOUR + 1)
    assert not is_in(desk)


def test_whoever_works_goes_on(desk: Client, clock: time_machine.Traveller):
    for _ in range(5):
        clock.shift(2 * HOUR - 2 * MINUTE)
        assert is_in(desk)


def test_twelve_hours_end_it_however_busy(desk: Client, clock: time_machine.Traveller):
    for _ in range(11):
        clock.shift(HOUR)
        assert is_in(desk)
    clock.shift(HOUR + 1)
    assert not is_in(desk)


def test_a_cookie_that_was_kept_is_worth_nothing_after_that(desk: Client, clock: time_machine.Traveller):
    old = desk.cookies["sessionid"].value
    clock.shift(2 * HOUR + 1)
    thief = Client()
    thief.cookies["sessionid"] = old
    assert not is_in(thief)


def test_who_signs_in_anew_has_the_whole_time_again(desk: Client, clock: time_machine.Traveller):
    clock.shift(13 * HOUR)
    sign_in(desk)
    clock.shift(HOUR)
    assert is_in(desk)


def test_a_session_is_written_once_a_minute_at_most(desk: Client, clock: time_machine.Traveller):
    def writes() -> int:
        with CaptureQueriesContext(connection) as asked:
            desk.get(DESK)
        return sum("UPDATE" in query["sql"] and "django_session" in query["sql"] for query in asked)

    desk.get(DESK)
    assert [writes(), writes()] == [0, 0]
    clock.shift(MINUTE)
    assert [writes(), writes()] == [1, 0]


def test_a_public_page_neither_asks_for_a_session_nor_prolongs_it(desk: Client, clock: time_machine.Traveller):
    before = Session.objects.get().expire_date
    clock.shift(HOUR)
    with CaptureQueriesContext(connection) as asked:
        desk.get("/")
    assert not any("django_session" in query["sql"] for query in asked)
    assert Session.objects.get().expire_date == before
