"""How often somebody may try: what docs/staff-accounts.md says of it."""

import re
from pathlib import Path
from typing import Any

import pytest
import time_machine
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from django.test import Client

from .signing import App, enter, faults, is_in, sign_in

LATER = ["Too many failed login attempts. Try again later."]
WRONG = ["The username and/or password you specified are not correct."]
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "staff-accounts.md"
pytestmark = pytest.mark.usefixtures("clock", "erin")


def from_(address: str) -> Client:
    return Client(REMOTE_ADDR=address)


def test_after_five_wrong_passwords_an_account_waits_five_minutes(clock: time_machine.Traveller):
    tries = [faults(sign_in(from_(f"192.0.2.{number}"), password="nope")) for number in range(6)]
    assert tries == [WRONG] * 5 + [LATER]
    assert faults(sign_in(from_("192.0.2.9"))) == LATER  # the right password too
    clock.shift(301)
    erin = from_("192.0.2.9")
    sign_in(erin)
    assert is_in(erin)


def test_an_account_that_waits_holds_up_nobody_else(db: None):
    User.objects.create_superuser("abe", password="a long enough passphrase")
    for number in range(6):
        sign_in(from_(f"192.0.2.{number}"), password="nope")
    abe = from_("192.0.2.1")
    sign_in(abe, "abe")
    assert is_in(abe)


def test_from_one_address_ten_wrong_passwords_are_taken_in_a_minute(clock: time_machine.Traveller):
    tries = [faults(sign_in(from_("192.0.2.1"), f"name{number}", "nope")) for number in range(11)]
    assert tries == [WRONG] * 10 + [LATER]
    assert faults(sign_in(from_("192.0.2.2"), "name12", "nope")) == WRONG
    clock.shift(61)
    assert faults(sign_in(from_("192.0.2.1"), "name12", "nope")) == WRONG


def test_one_household_counts_as_one_address_in_ipv6():
    tries = [faults(sign_in(from_(f"2001:db8:1:2::{number}"), f"name{number}", "nope")) for number in range(1, 12)]
    assert tries[-1] == LATER


def test_right_passwords_are_not_counted(visitor: Client):
    for _ in range(12):
        sign_in(visitor)
        assert is_in(visitor)
        visitor.post("/accounts/logout/")


def test_beyond_thirty_tries_a_minute_the_sign_in_rests_for_that_address(visitor: Client):
    answers = [sign_in(visitor, "", "").status_code for _ in range(31)]
    assert answers == [200] * 30 + [429]
    assert "wait a few minutes" in sign_in(visitor).text


def test_asking_for_passkeys_has_a_limit_too(visitor: Client):
    ask = {"path": "/accounts/login/passkey/", "headers": {"Accept": "application/json"}}
    assert [visitor.get(**ask).status_code for _ in range(31)] == [200] * 30 + [429]


def test_codes_are_counted_by_account(app: App):
    tries = []
    for number in range(6):
        browser = from_(f"192.0.2.{number}")
        sign_in(browser)
        tries.append(faults(enter(browser, "000000")))
    assert tries == [["Incorrect code."]] * 5 + [LATER]
    assert faults(enter(browser, app.code())) == LATER


def test_behind_a_proxy_everybody_has_an_address_of_their_own(settings: Any):
    settings.BEHIND_PROXY = True
    tries = [
        faults(Client(headers={"X-Forwarded-For": f"192.0.2.{n}"}).post("/accounts/login/", {"login": f"n{n}", "password": "x"}))
        for n in range(12)
    ]
    assert tries == [WRONG] * 12


def test_without_a_proxy_a_made_up_address_helps_nobody():
    tries = [
        faults(Client(headers={"X-Forwarded-For": f"192.0.2.{n}"}).post("/accounts/login/", {"login": f"n{n}", "password": "x"}))
        for n in range(11)
    ]
    assert tries[-1] == LATER


def test_without_a_readable_address_signing_in_goes_on():
    erin = from_("")
    sign_in(erin)
    assert is_in(erin)


def test_all_processes_count_together_and_past_a_restart():
    sign_in(from_("192.0.2.1"), password="nope")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {caches['default']._table}")
        assert cursor.fetchone()[0] >= 2  # one for the account, one for the address


def test_the_limits_are_those_of_the_document():
    said = dict(re.findall(r"\| `([a-z_]+)` \| `([^`]+)` \|", DOCUMENT.read_text(encoding="utf-8")))
    limits = account.RATE_LIMITS | mfa.RATE_LIMITS
    assert len(said) == 7
    assert {name: limits[name] for name in said} == said
