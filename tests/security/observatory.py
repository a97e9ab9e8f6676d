"""What Mozilla's HTTP Observatory would say of an answer, by the table it publishes.

The table (MDN, "Tests & Scoring") gives each outcome of each test a modifier. From 100 the penalties are taken; if 90 or more
are left the bonuses are added; 100 is an A+. Outcomes that only a look from outside can tell (a bad certificate, a place on
the browsers' own list of hosts on https) are left out: the first would be a fault of the host's, and of the second the five
points are never counted here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from justhtml import JustHTML

EXTRA_FROM = 90
A_PLUS = 100
HALF_A_YEAR = 15_768_000  # seconds
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*", "http://*.*", "https://*.*"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}

MODIFIERS: dict[str, dict[str, int]] = {
    "policy": {
        "nothing unsafe, and nothing allowed by default": 10,
        "nothing unsafe": 5,
        "unsafe styles": 0,
        "pictures over plain http": -10,
        "unsafe eval": -10,
        "unsafe scripts": -20,
        "active content over plain http": -20,
        "none": -25,
    },
    "cookies": {
        "secure, hidden from scripts, and kept from other sites": 5,
        "secure, and hidden from scripts": 0,
        "none": 0,
        "not secure, but https is promised": -5,
        "a session's not secure, but https is promised": -10,
        "not secure": -20,
        "a form's not kept from other sites": -20,
        "a session's shown to scripts": -30,
        "a session's not secure": -40,
    },
    "cors": {"none": 0, "to all, without cookies": 0, "to some": 0, "to whoever asks, with cookies": -50},
    "https promised": {"for half a year": 0, "for less": -10, "not": -20},
    "redirection": {"to https on the same host": 0, "to another host": -5, "to plain http": -20, "none": -20},
    "referrer": {"private": 5, "none": 0, "unsafe": -5},
    "scripts": {"held to their hash": 5, "our own": 0, "none": 0, "others' over https": -5, "over plain http": -50},
    "sniffing": {"forbidden": 0, "not forbidden": -5},
    "framing": {"forbidden by the policy": 5, "forbidden by X-Frame-Options": 0, "allowed": -20},
    "resource policy": {"same origin": 10, "same site": 10, "any": 0, "none": 0, "nonsense": -5},
}


@dataclass(frozen=True)
class Seen:
    """What a look at a page finds: its answer over https, the first answer over plain http, and the cookies that were set."""

    headers: dict[str, str]
    html: str
    location: str = ""
    cookies: SimpleCookie = field(default_factory=SimpleCookie)

    def header(self, name: str) -> str:
        return self.headers.get(name.lower(), "").strip().lower()

    @property
    def policy(self) -> dict[str, set[str]]:
        parts = (part.split() for part in self.header("Content-Security-Policy").split(";"))
        return {name: set(sources) for name, *sources in filter(None, parts)}

    @property
    def promises_https(self) -> bool:
        return MODIFIERS["https promised"][https_promised(self)] == 0


def policy(seen: Seen) -> str:
    given = seen.policy
    if not given:
        return "none"
    default = given.get("default-src", {"*"})
    scripts, styles = given.get("script-src", default), given.get("style-src", default)
    active = set().union(*(sources for name, sources in given.items() if name not in ("img-src", "media-src")))
    passive = given.get("img-src", default) | given.get("media-src", default)
    faults = [
        ("unsafe scripts", scripts & (BROAD | {"'unsafe-inline'", "data:"}) or given.get("object-src", default) & BROAD),
        ("active content over plain http", [source for source in active if source.startswith(("http:", "ftp:"))]),
        ("unsafe eval", "'unsafe-eval'" in scripts | styles),
        ("pictures over plain http", [source for source in passive if source.startswith(("http:", "ftp:"))]),
        ("unsafe styles", styles & (BROAD | {"'unsafe-inline'", "data:"})),
        ("nothing unsafe", default != {"'none'"} or not given.get("form-action", {"*"}) <= {"'self'", "'none'"}),
    ]
    return next((name for name, fault in faults if fault), "nothing unsafe, and nothing allowed by default")


def cookies(seen: Seen) -> str:
    found = [_cookie(name.lower(), morsel, seen.promises_https) for name, morsel in seen.cookies.items()]
    return min(found, key=MODIFIERS["cookies"].__getitem__, default="none")


def _cookie(name: str, morsel: Any, promised: bool) -> str:
    session = "sess" in name or "login" in name
    if session and not morsel["secure"]:
        return "a session's not secure, but https is promised" if promised else "a session's not secure"
    if session and not morsel["httponly"]:
        return "a session's shown to scripts"
    if "csrf" in name and not morsel["samesite"]:
        return "a form's not kept from other sites"
    if not morsel["secure"]:
        return "not secure, but https is promised" if promised else "not secure"
    return "secure, hidden from scripts, and kept from other sites" if morsel["samesite"] else "secure, and hidden from scripts"


def cors(seen: Seen) -> str:
    allowed = seen.header("Access-Control-Allow-Origin")
    if allowed and seen.header("Access-Control-Allow-Credentials") == "true":
        return "to whoever asks, with cookies"
    return {"": "none", "*": "to all, without cookies"}.get(allowed, "to some")


def https_promised(seen: Seen) -> str:
    parts = (part.strip().partition("=") for part in seen.header("Strict-Transport-Security").split(";"))
    age = {name: value for name, _, value in parts}.get("max-age", "")
    if not age.isdecimal():
        return "not"
    return "for half a year" if int(age) >= HALF_A_YEAR else "for less"


def redirection(seen: Seen) -> str:
    leads = urlsplit(seen.location)
    if not seen.location:
        return "none"
    if leads.scheme != "https":
        return "to plain http"
    return "to https on the same host" if leads.hostname == "localhost" else "to another host"


def referrer(seen: Seen) -> str:
    said = [word.strip() for word in seen.header("Referrer-Policy").split(",")]
    if not seen.header("Referrer-Policy"):
        return "none"
    return "private" if said[-1] in PRIVATE else "unsafe"


def scripts(seen: Seen) -> str:
    tags = [tag.attrs for tag in JustHTML(seen.html, sanitize=False).query("script") if "src" in tag.attrs]
    outside = [tag for tag in tags if "//" in (tag["src"] or "")]
    if any(not (tag["src"] or "").startswith("https:") for tag in outside):
        return "over plain http"
    if tags and all("integrity" in tag for tag in tags):
        return "held to their hash"
    return ("others' over https" if outside else "our own") if tags else "none"


def sniffing(seen: Seen) -> str:
    return "forbidden" if seen.header("X-Content-Type-Options") == "nosniff" else "not forbidden"


def framing(seen: Seen) -> str:
    if not seen.policy.get("frame-ancestors", BROAD) & BROAD:
        return "forbidden by the policy"
    return "forbidden by X-Frame-Options" if seen.header("X-Frame-Options") in ("deny", "sameorigin") else "allowed"


def resource_policy(seen: Seen) -> str:
    words = {"": "none", "same-origin": "same origin", "same-site": "same site", "cross-origin": "any"}
    return words.get(seen.header("Cross-Origin-Resource-Policy"), "nonsense")


TESTS: dict[str, Callable[[Seen], str]] = {
    "policy": policy,
    "cookies": cookies,
    "cors": cors,
    "https promised": https_promised,
    "redirection": redirection,
    "referrer": referrer,
    "scripts": scripts,
    "sniffing": sniffing,
    "framing": framing,
    "resource policy": resource_policy,
}


def outcomes(seen: Seen) -> dict[str, str]:
    return {name: test(seen) for name, test in TESTS.items()}


def score(seen: Seen) -> int:
    modifiers = [MODIFIERS[name][outcome] for name, outcome in outcomes(seen).items()]
    without_extras = 100 + sum(modifier for modifier in modifiers if modifier < 0)
    extras = sum(modifier for modifier in modifiers if modifier > 0)
    return max(0, without_extras + (extras if without_extras >= EXTRA_FROM else 0))
