"""Cookies of a site in production are bound to its very host and to https. Each site here is a process of its own."""

import json
from pathlib import Path

import pytest

from tests.operation.starting import run

pytestmark = pytest.mark.processes
START = """
import django, json
django.setup()
from django.conf import settings
"""
SIGN_IN = """
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test import Client
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
call_command("migrate", verbosity=0)
User.objects.create_superuser("erin", password="a long enough passphrase")
browser = Client(headers={"Host": "localhost"})
browser.get("/accounts/login/", secure=settings.HTTPS)
page = {"login": "erin", "password": "a long enough passphrase"}
browser.post("/accounts/login/", page, secure=settings.HTTPS)
print(json.dumps([cookie.OutputString() for cookie in browser.cookies.values()]))
"""


def told(code: str, **environment: str) -> str:
    """What ``code`` prints in a process that has these settings."""
    ended = run("-c", START + code, DJANGO_SETTINGS_MODULE="prepsite.settings", **environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.fixture(scope="module")
def cookies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """In production: name to the whole of it."""
    said = told(SIGN_IN, HTTPS="on", VAR_DIR=str(tmp_path_factory.mktemp("var")))
    return {cookie.partition("=")[0]: cookie for cookie in json.loads(said)}


def test_in_production_there_are_these_two_and_no_others(cookies: dict[str, str]):
    assert set(cookies) == {"__Host-session", "__Host-csrf"}


@pytest.mark.parametrize("name", ["__Host-session", "__Host-csrf"])
def test_they_are_such_as_browsers_take_under_that_name_and_out_of_reach_of_scripts(cookies: dict[str, str], name: str):
    parts = {part.strip() for part in cookies[name].split(";")[1:]}
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= parts
    assert not any(part.lower().startswith("domain") for part in parts)


def test_over_plain_http_they_have_plain_names_and_still_no_script_reads_them(tmp_path: Path):
    cookies = json.loads(told(SIGN_IN, HTTPS="off", VAR_DIR=str(tmp_path)))
    assert {cookie.partition("=")[0] for cookie in cookies} == {"sessionid", "csrftoken"}
    assert all("HttpOnly" in cookie for cookie in cookies)


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"HTTPS": "on"}, True),
        ({"HTTPS": "off"}, False),
        ({"HTTPS": "off", "DEBUG": "on"}, False),
        ({"HTTPS": "off", "STAFF_MFA": "on"}, True),
        ({"HTTPS": "on", "STAFF_MFA": "off"}, False),
    ],
)
def test_a_second_factor_is_asked_of_staff_unless_somebody_tries_it_at_home(environment: dict[str, str], asked: bool):
    assert told("print(settings.STAFF_MFA)", **environment) == str(asked)


def test_mail_goes_through_the_server_that_email_url_names():
    code = "from django.core import mail; m = mail.mailers['default']; print(m.host, m.port, m.username, m.password, m.use_tls)"
    assert told(code, EMAIL_URL="smtp+tls://erin:secret@mail.example:587") == "mail.example 587 erin secret True"
