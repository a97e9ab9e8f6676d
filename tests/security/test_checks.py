"""`manage.py check` stops what would run unsafely, and says what to do about it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks

from prepsite import checks
from prepsite import settings as running

SMTP = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": "mail.example.org"}}


def found(check: Callable[..., list[CheckMessage]]) -> list[str]:
    messages = check()
    assert all(message.hint and message.hint.endswith(".") for message in messages)
    return [str(message.id) for message in messages]


@pytest.fixture
def site(settings: Any) -> Any:
    """A site in production of which nothing is wrong."""
    settings.MIDDLEWARE = list(running.MIDDLEWARE)
    settings.SECURE_CSP = deepcopy(running.SECURE_CSP)
    settings.MAILERS, settings.EMAIL_URL = {"default": SMTP}, "smtp://mail.example.org"
    settings.DEFAULT_FROM_EMAIL = "bank@example.org"
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    return settings


@pytest.mark.django_db  # Django's own check of JSON fields asks it
def test_the_settings_as_they_are_pass_every_check_of_ours(site: Any):
    ours = [message for message in run_checks(include_deployment_checks=True) if str(message.id).startswith("prepsite.")]
    assert ours == []


@pytest.mark.django_db  # Django's own check of JSON fields asks it
def test_all_checks_are_asked(settings: Any):
    settings.WHITENOISE_ALLOW_ALL_ORIGINS = True
    assert "prepsite.E004" in [message.id for message in run_checks()]
    assert "prepsite.I001" in [message.id for message in run_checks(include_deployment_checks=True)]


@pytest.mark.parametrize("policy", [{}, {"default-src": ["'self'"]}, {"script-src": ["'self'"]}])
def test_a_policy_that_does_not_forbid_everything_first(site: Any, policy: dict[str, list[str]]):
    site.SECURE_CSP = policy
    assert found(checks.policy_is_strict) == ["prepsite.E001"]


@pytest.mark.parametrize(("name", "source"), [("style-src", "'unsafe-inline'"), ("script-src", "'unsafe-eval'")])
def test_an_unsafe_source(site: Any, name: str, source: str):
    site.SECURE_CSP[name] = ["'self'", source]
    assert found(checks.policy_is_strict) == ["prepsite.E002"]
    assert name in checks.policy_is_strict()[0].msg


@pytest.mark.parametrize("name", checks.HEADERS)
def test_a_header_middleware_that_is_missing_or_late(site: Any, name: str):
    site.MIDDLEWARE.remove(name)
    assert found(checks.headers_stand_before_static_files) == ["prepsite.E003"]
    site.MIDDLEWARE.append(name)
    assert found(checks.headers_stand_before_static_files) == ["prepsite.E003"]
    assert name in checks.headers_stand_before_static_files()[0].msg


def test_static_files_that_other_sites_may_read(site: Any):
    site.WHITENOISE_ALLOW_ALL_ORIGINS = True
    assert found(checks.static_files_are_ours_alone) == ["prepsite.E004"]
    del site.WHITENOISE_ALLOW_ALL_ORIGINS  # WhiteNoise allows it then
    assert found(checks.static_files_are_ours_alone) == ["prepsite.E004"]


@pytest.mark.parametrize("name", ["IMPORT_EXPORT_IMPORT_PERMISSION_CODE", "IMPORT_EXPORT_EXPORT_PERMISSION_CODE"])
def test_tables_that_ask_for_no_right(site: Any, name: str):
    setattr(site, name, None)
    assert found(checks.tables_ask_for_a_right) == ["prepsite.E005"]
    assert name in checks.tables_ask_for_a_right()[0].msg


GOOD = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "PRAGMA journal_mode=WAL;"}


def databases(**options: object) -> dict[str, Any]:
    return {"default": {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": GOOD | options}}


@pytest.mark.parametrize(
    ("options", "said"),
    [({"transaction_mode": "DEFERRED"}, "IMMEDIATE"), ({"timeout": None}, "timeout"), ({"init_command": ""}, "WAL")],
)
def test_sqlite_that_locks_people_out(monkeypatch: pytest.MonkeyPatch, site: Any, options: dict[str, object], said: str):
    monkeypatch.setattr(checks, "settings", type("Settings", (), {"DATABASES": databases(**options)}))
    assert found(checks.sqlite_lets_people_work_at_once) == ["prepsite.E006"]
    assert said in str(checks.sqlite_lets_people_work_at_once()[0].hint)


@pytest.mark.parametrize("given", [databases(), {"default": {"ENGINE": "django.db.backends.postgresql"}}])
def test_a_database_that_lets_people_work_at_once(monkeypatch: pytest.MonkeyPatch, given: dict[str, Any]):
    monkeypatch.setattr(checks, "settings", type("Settings", (), {"DATABASES": given}))
    assert found(checks.sqlite_lets_people_work_at_once) == []


@pytest.mark.parametrize(
    "mailers",
    [
        {},
        {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}},
        {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}},
    ],
)
def test_mail_that_reaches_nobody(site: Any, mailers: dict[str, Any]):
    site.MAILERS = mailers
    assert found(checks.mail_reaches_people) == ["prepsite.I001"]
    site.DEBUG = True  # somebody works on the pages, and reads mail in the terminal
    assert found(checks.mail_reaches_people) == []


def test_mail_of_a_site_that_names_no_server(site: Any):
    site.EMAIL_URL = ""
    assert found(checks.mail_reaches_people) == ["prepsite.I001"]


def test_mail_from_no_address_of_ours(site: Any):
    site.DEFAULT_FROM_EMAIL = "webmaster@localhost"
    assert found(checks.mail_reaches_people) == ["prepsite.I002"]


def test_nobody_to_tell_of_a_hole(site: Any):
    site.SECURITY_CONTACT = ""
    assert found(checks.holes_can_be_reported) == ["prepsite.I003"]
    site.DEBUG = True
    assert found(checks.holes_can_be_reported) == []
