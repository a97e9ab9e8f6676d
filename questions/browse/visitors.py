"""Where a request comes from."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's IP address, in text, for counting only.

    Behind a proxy of ours (``BEHIND_PROXY``) it is the last one of X-Forwarded-For, which that proxy added; those before it
    are whatever the visitor cared to send, and without a proxy so is the whole header.
    """
    if settings.BEHIND_PROXY:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
