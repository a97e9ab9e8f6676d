"""The site as it runs in production: on https, with all middleware and with kept pages."""

from typing import Any

import pytest

from prepsite import settings as running
from tests.pages.banks import Bank, full_bank


@pytest.fixture
def in_production(settings: Any) -> Any:
    """The settings of HTTPS=on, which a test run turns off, and static files found where they are written."""
    settings.MIDDLEWARE = running.MIDDLEWARE
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.WHITENOISE_USE_FINDERS = True
    return settings


@pytest.fixture
def bank(db: None, in_production: Any) -> Bank:
    return full_bank()
