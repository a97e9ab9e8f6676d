"""Every pattern of the resolver, and addresses made from it: of things the bank has, and of nothing."""

import re
from collections.abc import Iterable, Iterator
from random import Random

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404
from django.utils import translation

from torture.input.values import escaped

PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*\)")
MODEL = re.compile(r"admin/(?:questions|auth)/(\w+)/")
# What answers before any address is looked up, and addresses that have no pattern.
BESIDE = (
    *("/healthz", "/readyz", "/metrics", "/static/", "/static/site.css", "/static/../manage.py", "/static/%00", "/static/a/b"),
    *("//", "/./", "/../", "/%2e%2e/", "/nothing/", "/es", "/es/", "/es/nothing/", "/fr/", "/admin", "/Admin/", "/\\", "/%", "*"),
    *(
        "/roles//",
        "/roles/a//b/",
        "/favicon.ico",
        "/index.php",
        "/wp-login.php",
        "/.env",
        "/.git/config",
        "/ ",
        "/?",
        "/??",
        "/;",
        "/#",
    ),
)


def patterns() -> list[str]:
    """Every pattern, as its parts are written in the default language; those of another one are the same ones again."""
    with translation.override("en"):
        return [whole.replace("^", "") for whole in _below(get_resolver().url_patterns)]


def _below(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        whole = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern.url_patterns, whole)
        else:
            yield whole


def filled_in(pattern: str, known: dict[str, list[str]], random: Random) -> str:
    """An address for ``pattern``; in three of four every part is one of what is ``known`` by the part's name or its model."""
    model = MODEL.match(pattern)
    good = random.random() < 0.75

    def part(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        things = known.get(model[1] if model and name not in known else name) or known["pk"]
        return random.choice(things) if good or random.random() < 0.4 else escaped(random)

    path = "/" + PART.sub(part, pattern.replace("$", ""))
    if random.random() < 0.04:
        place = random.randrange(len(path) + 1)
        path = path[:place] + escaped(random) + path[place:]
    return path


def pattern_at(path: str) -> str | None:
    """The pattern that ``path`` (unescaped) is answered by, as ``patterns`` has it."""
    language = "es" if path.startswith("/es/") else "en"
    with translation.override(language):
        try:
            return resolve(path).route.replace("^", "").removeprefix("es/")
        except (Resolver404, UnicodeError):
            return None
