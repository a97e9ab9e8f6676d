"""Petra, who publishes and imports."""

import pytest
from django.test import Client

from .sending import staff


@pytest.fixture
def publisher(db: None) -> Client:
    return staff("Publisher", name="petra")
