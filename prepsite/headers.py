"""The security headers that Django does not set, on every answer: pages, files, refusals and faults alike.

Stands first, so that no other middleware can answer without it. Django's own middleware sets the rest (settings.py); what it
cannot set on an answer it did not live to give (a host we do not serve, asked for on plain http) is made good here.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# What no page of ours asks a browser for, so that nothing smuggled into one could either. Not here, and so left to us and to
# no other site, are copying an address and signing in with a passkey.
REFUSED = (
    *("accelerometer", "browsing-topics", "camera", "clipboard-read", "display-capture", "geolocation", "gyroscope", "hid"),
    *("idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "serial"),
    *("storage-access", "usb", "window-management", "xr-spatial-tracking"),
)

OURS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED),
    # No other site may show our pages, pictures or files as its own, nor read them through a fault of the processor. Feed
    # readers, search engines and whoever downloads are no sites in a browser, and get everything as before.
    "Cross-Origin-Resource-Policy": "same-origin",
    # Our pages show nothing from elsewhere, so nothing is lost by refusing what did not agree to be shown.
    "Cross-Origin-Embedder-Policy": "require-corp",
}


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.ours = tuple(OURS.items())
        self.django_s = _django_s()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        headers = response.headers
        for name, value in self.ours:
            headers[name] = value
        if response.status_code == 400:
            for name, value in self.django_s.items():
                headers.setdefault(name, value)
        return response


def _django_s() -> dict[str, str]:
    """What SecurityMiddleware sets by its settings; only whether the connection is secure is left to it."""
    headers = {
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "X-Content-Type-Options": "nosniff" if settings.SECURE_CONTENT_TYPE_NOSNIFF else "",
    }
    return {name: value for name, value in headers.items() if value}
