"""The steps of signing in, as a browser takes them."""

import datetime as dt
import time
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client

from tests.pages.reading import parse, text_of

MORNING = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
PASSPHRASE = "a long enough passphrase"
LOGIN, SECOND, ACCOUNT, DESK = "/accounts/login/", "/accounts/login/second-factor/", "/accounts/", "/admin/"


@dataclass
class App:
    """An authenticator app, and the recovery codes that came with it."""

    secret: str
    recovery_codes: list[str]

    def code(self) -> str:
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // 30))


def sign_in(browser: Client, name: str = "erin", password: str = PASSPHRASE, **more: str) -> HttpResponse:
    """Name and password; with the address that was wanted as ``next``."""
    return browser.post(LOGIN, {"login": name, "password": password, **more})


def enter(browser: Client, code: str) -> HttpResponse:
    """The second step."""
    return browser.post(SECOND, {"code": code})


def setting_up(browser: Client) -> App:
    """Erin signs in with ``browser`` and sets up an app."""
    sign_in(browser)
    [secret] = text_of(browser.get("/accounts/app/"), ".secret")
    app = App(secret, [])
    page = browser.post("/accounts/app/", {"code": app.code()}, follow=True)
    app.recovery_codes = text_of(page, ".codes li")
    return app


def is_in(browser: Client) -> bool:
    return browser.get(DESK).status_code == 200


def faults(page: HttpResponse) -> list[str]:
    return [text for place in (".errornote:not([hidden])", ".errorlist li") for text in text_of(page, place)]


def attributes(page: HttpResponse, name: str) -> dict[str, str | None]:
    """Of the first field called ``name``."""
    field, *_ = parse(page).query(f"input[name={name}]")
    return dict(field.attrs)
