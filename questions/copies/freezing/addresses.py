"""Which addresses of the site become files, and which."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve
from django.utils.translation import get_language_from_path, override

from questions.practice.takeaway.formats import FORMATS

# A set to practise with: the word it is drawn from is free to choose, so the copy has the set of this one.
SETS, SEED = ("role_mock", "role_interviewer"), "prepsite"
DOWNLOAD = "role_download"
FEEDS = ("feed", "role_feed", "topic_feed")
SITEMAPS = ("sitemap", "sitemap_part")
# Any two roles, any questions of a visitor's choice: these have no end.
ENDLESS = ("role_compare", "role_overlap", "sheet")
# Made of full addresses, so only in a copy that has one.
FULL = (*FEEDS, *SITEMAPS, DOWNLOAD, "role_take_away")
# The parts of a long list. All else in a query is a choice of the visitor's, for which there has to be a server.
PARTS = ("page", "older")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that becomes ``file``; ``path`` as the table of addresses knows it (no prefix, decoded)."""

    path: str
    query: str
    name: str
    language: str
    file: str

    @property
    def is_page(self) -> bool:
        return self.file.endswith(".html") and self.name != DOWNLOAD


def language_of(path: str) -> str:
    return get_language_from_path(path) or settings.LANGUAGE_CODE


@lru_cache(maxsize=50_000)
def address_of(path: str, query: str, *, full: bool) -> Address | None:
    """What the copy has of ``path``, as a link writes it, with ``query``; None if nothing. ``full``: the copy has an address."""
    prefix = get_script_prefix()
    if not path.startswith(prefix):
        return None
    plain = f"/{unquote(path.removeprefix(prefix))}"
    language = language_of(plain)
    try:
        with override(language):
            found = resolve(plain)
    except Resolver404:
        return None
    name = found.url_name or ""
    kept = getattr(found.func, "kept", None)
    if (kept is None and name != DOWNLOAD) or name in ENDLESS or (name in FULL and not full):
        return None
    if plain == "/robots.txt" and not full:
        return None
    asked = parse_qsl(query)
    if name in SETS:
        known = not asked or (dict(asked).get("seed") == SEED and {word for word, _ in asked} <= {"n", "seed"})
        return Address(plain, f"seed={SEED}", name, language, _file(plain, name, found)) if known else None
    part = [(word, value) for word, value in asked if (word, value) != ("page", "1")]
    if not part:
        return Address(plain, "", name, language, _file(plain, name, found))
    [(word, number), *others] = part
    if others or kept is None or word not in PARTS or word not in kept.names or not number.isdecimal():
        return None
    return Address(plain, f"{word}={number}", name, language, f"{plain.lstrip('/')}{word}-{number}.html")


def _file(plain: str, name: str, found: ResolverMatch) -> str:
    if name == DOWNLOAD:
        folder = plain.rstrip("/").rpartition("/")[0].lstrip("/")
        slug, word = found.kwargs["slug"], found.kwargs["format"]
        return f"{folder}/{slug}.{FORMATS[word].ending if word in FORMATS else word}"
    if not plain.endswith("/"):
        return plain.lstrip("/")
    return f"{plain.lstrip('/')}index.{'xml' if name in FEEDS else 'html'}"


def written(file: str) -> str:
    """The name of a file as a link has it."""
    return quote(file)
