"""The whole set of security headers, and what an answer lacks of it."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

EXPECTED = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NOTHING_FROM_ANYWHERE = ("default-src", "object-src", "base-uri", "frame-ancestors")
OURS_ALONE = ("script-src", "style-src", "font-src", "connect-src", "form-action")
WITHOUT_HTTPS = {name: value for name, value in EXPECTED.items() if name != "Strict-Transport-Security"}


def policy_of(answer: HttpResponse) -> dict[str, str]:
    """The directives of an answer's policy, by name."""
    directives = (part.strip().partition(" ") for part in answer.headers.get("Content-Security-Policy", "").split(";"))
    return {name: sources for name, _, sources in directives}


def lacking(answer: HttpResponse, expected: dict[str, str] = EXPECTED) -> list[str]:
    """The names of the headers that ``answer`` does not have as it should."""
    policy, permissions = policy_of(answer), answer.headers.get("Permissions-Policy", "")
    holds = {
        **{name: answer.headers.get(name) == value for name, value in expected.items()},
        **{name: policy.get(name) == "'none'" for name in NOTHING_FROM_ANYWHERE},
        **{name: policy.get(name) == "'self'" for name in OURS_ALONE},
        "img-src": policy.get("img-src") in ("'self'", "'self' data:"),
        "no unsafe": "unsafe" not in str(policy),
        "Permissions-Policy": "camera=()" in permissions and "microphone=()" in permissions and "geolocation=()" in permissions,
        "no CORS": "Access-Control-Allow-Origin" not in answer.headers,
    }
    return [name for name, held in holds.items() if not held]


def read(answer: Any) -> None:
    """Files stay open until they are read to the end."""
    if answer.streaming:
        list(answer)


def lacking_at(client: Client, urls: list[str], *methods: str) -> dict[tuple[str, str], list[str]]:
    """What answers lack, by method and address. Of none that lacks nothing."""
    found = {}
    for url in urls:
        for method in methods or ("GET", "HEAD", "POST", "OPTIONS"):
            answer = client.generic(method, url, secure=True)
            found[method, url] = lacking(answer)
            read(answer)
    return {where: what for where, what in found.items() if what}
