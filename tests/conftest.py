"""The people of the tests: an anonymous visitor, and an editor who is signed in to the admin."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from hypothesis import settings

# How long an example takes says more of the machine than of the code: speed is measured by `make bench`.
settings.register_profile("prepsite", deadline=None)
settings.load_profile("prepsite")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What a test asks outside a request is in English, also after another one read a Spanish page."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nothing_rendered() -> None:
    """What pages cost depends on what was rendered before."""
    from questions.caching.questions import memory

    memory.clear()


@pytest.fixture
def visitor(db: None) -> Client:
    """Somebody without an account."""
    return Client()


@pytest.fixture
def editor(db: None) -> Client:
    """Erin, who may change everything in the admin."""
    client = Client()
    client.force_login(User.objects.create_superuser("erin", "erin@library.example", "a long enough passphrase"))
    return client
