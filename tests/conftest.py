"""The people of the tests: an anonymous visitor, and an editor who is signed in to the admin."""

import pytest
from django.contrib.auth.models import User
from django.test import Client


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
