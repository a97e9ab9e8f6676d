"""Erin, who is on the staff and has a password; with her, where a test asks for it, an authenticator app."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import clear_url_caches

from accounts import urls

from .signing import MORNING, PASSPHRASE, App, setting_up


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """It is nine in the morning, and stays so until the test moves the clock."""
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def erin(db: None) -> User:
    return User.objects.create_superuser("erin", "erin@library.example", PASSPHRASE)


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """What happens after a transaction happens too; then nothing is left of the attempts, which no model keeps."""
    yield
    cache.clear()


@pytest.fixture
def in_production(settings: Any) -> None:
    """Where a second factor is asked of all staff."""
    settings.STAFF_MFA = True


@pytest.fixture
def app(erin: User, clock: time_machine.Traveller) -> App:
    """Erin's authenticator app, set up a minute ago in another browser."""
    app = setting_up(Client())
    clock.shift(60)
    return app


@pytest.fixture
def with_mail(settings: Any) -> Iterator[None]:
    """As with EMAIL_URL set, which decides about addresses when the site starts."""
    settings.EMAIL_URL = "smtp://mail.example"
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    for _ in ("reload", "back"):
        importlib.reload(urls)
        clear_url_caches()
        importlib.reload(importlib.import_module("prepsite.urls"))
        if settings.EMAIL_URL:
            yield
            settings.EMAIL_URL = ""
