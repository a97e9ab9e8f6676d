"""Secrets of second factors are kept encrypted, so that a lost backup of the database is of no use for signing in."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import salted_hmac

PURPOSE = "accounts.sealing"


def seal(text: str) -> str:
    """``text`` encrypted under the SECRET_KEY of today."""
    return _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """What ``seal`` was given, also under a key of SECRET_KEY_FALLBACKS; raises ImproperlyConfigured if none of them fits."""
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise ImproperlyConfigured(
            "A second factor was kept under another SECRET_KEY: put that key back, add it to SECRET_KEY_FALLBACKS, "
            "or have people set up anew after `manage.py reset_mfa NAME`."
        ) from error


def _fernet() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(salted_hmac(PURPOSE, PURPOSE, secret=key, algorithm="sha256").digest())
