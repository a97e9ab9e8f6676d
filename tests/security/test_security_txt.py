"""Who finds a hole is told whom to write to, by a file that says until when it holds."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from prepsite.environment import Environment

URL = "/.well-known/security.txt"


def fields_of(visitor: Client) -> dict[str, str]:
    lines = visitor.get(URL).text.splitlines()
    return dict(line.split(": ", 1) for line in lines)


@pytest.fixture
def contacted(settings: Any) -> Any:
    settings.SECURITY_CONTACT = "mailto:security@library.example"
    return settings


def test_it_says_whom_to_write_to_and_in_which_language(visitor: Client, contacted: Any):
    page = visitor.get(URL)
    assert page["Content-Type"] == "text/plain; charset=utf-8"
    fields = fields_of(visitor)
    assert fields.pop("Expires")
    assert fields == {
        "Contact": "mailto:security@library.example",
        "Preferred-Languages": "en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }


def test_it_names_the_policy_where_there_is_one(visitor: Client, contacted: Any):
    contacted.SECURITY_POLICY = "https://library.example/security"
    assert fields_of(visitor)["Policy"] == "https://library.example/security"


@pytest.mark.parametrize("asked_on", ["2026-11-30 23:59:59", "2028-02-29 00:00:00", "2041-12-31 12:00:00"])
def test_it_never_has_expired_and_never_holds_for_a_year(visitor: Client, contacted: Any, asked_on: str):
    with time_machine.travel(f"{asked_on} +0000", tick=False):
        until = datetime.fromisoformat(fields_of(visitor)["Expires"])
        assert timedelta(days=30) < until - datetime.now(UTC) < timedelta(days=365)


def test_its_hour_is_that_of_greenwich_wherever_the_site_stands(visitor: Client, contacted: Any):
    contacted.TIME_ZONE = "America/Los_Angeles"
    with time_machine.travel("2026-11-01 03:00 +0000", tick=False):
        assert fields_of(visitor)["Expires"] == "2027-01-30T00:00:00Z"


def test_without_a_contact_there_is_no_file(visitor: Client, settings: Any):
    settings.SECURITY_CONTACT = ""
    assert visitor.get(URL).status_code == 404


def test_it_can_only_be_read(visitor: Client, contacted: Any):
    assert visitor.head(URL).status_code == 200
    assert visitor.post(URL).status_code == 405


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("security@library.example", "mailto:security@library.example"),
        ("mailto:security@library.example", "mailto:security@library.example"),
        ("https://library.example/report", "https://library.example/report"),
        ("tel:+1-555-0100", "tel:+1-555-0100"),
    ],
)
def test_a_contact_is_an_address(given: str, address: str):
    assert Environment().contact("NAMED_BY_NOBODY", default=given) == address


@pytest.mark.parametrize("given", ["Ada", "http://library.example", "a@b.example\nPolicy: x", "mailto:", "ada @ b.example"])
def test_a_contact_that_nobody_could_use_stops_the_start(given: str):
    with pytest.raises(ImproperlyConfigured, match=r"NAMED_BY_NOBODY is .*: give a mail address"):
        Environment().contact("NAMED_BY_NOBODY", default=given)
