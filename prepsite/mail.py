"""What the settings say of mail: through which server it goes, and whom to write to about a hole in the site."""

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured

MAIL = re.compile(r"[^\s@:]+@[^\s@:]+")
ADDRESS = re.compile(r"(mailto:|https://|tel:)\S+")
OPTIONS = {
    "host": "EMAIL_HOST",
    "port": "EMAIL_PORT",
    "username": "EMAIL_HOST_USER",
    "password": "EMAIL_HOST_PASSWORD",
    "use_tls": "EMAIL_USE_TLS",
    "use_ssl": "EMAIL_USE_SSL",
}


def mailer(url: dict[str, Any]) -> dict[str, Any]:
    """An entry of Django's MAILERS of ``url``, an EMAIL_URL as django-environ reads it."""
    backend = url["EMAIL_BACKEND"]
    if not backend.endswith("smtp.EmailBackend"):
        return {"BACKEND": backend}
    options = {option: url[name] for option, name in OPTIONS.items() if url.get(name)}
    return {"BACKEND": backend, "OPTIONS": options | {"timeout": 10}}


def contact(given: str) -> str:
    """``given`` (SECURITY_CONTACT) as the address that security.txt needs: a mail address gets its ``mailto:``.

    Raises ImproperlyConfigured for anything else that is no mailto:, https: or tel: address. Nothing given is nothing.
    """
    address = f"mailto:{given}" if MAIL.fullmatch(given) else given
    if address and not ADDRESS.fullmatch(address):
        raise ImproperlyConfigured(
            f"SECURITY_CONTACT is {given!r}, which nobody could use: give a mail address, or one with https:// or tel:."
        )
    return address
