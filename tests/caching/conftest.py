"""The site as it runs, with kept pages; most other tests look at pages that are made anew."""

from typing import Any

import pytest

from prepsite import settings as running
from tests.threads import together as together


@pytest.fixture(autouse=True)
def as_it_runs(settings: Any) -> None:
    settings.MIDDLEWARE = running.MIDDLEWARE
