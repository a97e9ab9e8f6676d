"""Answers for public pages without rendering them twice: 304 to who has the page of this edition, else the kept bytes."""

import gzip
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock

import brotli
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.timezone import now
from django.utils.translation import get_language

from prepsite.middleware import Compress, encodings_in

from . import edition
from .edition import Edition
from .kept import Kept
from .replica import public_reads, rest
from .store import Page, Store

# How long a browser or a CDN may show a page without asking, and for how much longer while it asks. Enough to take the edge
# off a rush; short enough that an editor who looks sees their edit.
FRESH, STALE = 5, 30  # seconds
HOW = "prepsite.page"  # where a request says how its page came about, for those who count


class KeptPages:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed("Somebody works on the pages.")
        self.get_response = get_response
        self.store = Store()
        self.turns = Turns()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        kept = _kept_at(request.path_info, get_language()) if request.method in ("GET", "HEAD") else None
        if kept is None:
            return self.get_response(request)
        issue = edition.current()
        if _has(request, issue):
            request.META[HOW] = "unchanged"
            return _dressed(HttpResponse(status=304), issue)
        query = kept.query(request.GET)
        if query is None:
            return _dressed(self._made(request, issue), issue)
        key = _key(request, query)
        page = self.store.get(key, issue.word)
        request.META[HOW] = "kept" if page else "made"
        if page is None:
            # Of those who come for one page at the same moment the first makes it, and the others wait for that.
            with self.turns.of(key):
                page = self.store.get(key, issue.word)
                if page is None:
                    answer = self._render(request, query, issue)
                    page = _page(answer)
                    if page is None:
                        return _dressed(answer, issue)
                    self.store.set(key, issue.word, page)
        return _dressed(self._answer(request, page, key, issue), issue)

    def _answer(self, request: HttpRequest, page: Page, key: str, issue: Edition) -> HttpResponse:
        """The page in the encoding the visitor takes. gzip is made the first time somebody takes no brotli."""
        accepted = encodings_in(request.headers.get("Accept-Encoding", ""))
        encoding = next((each for each in ("br", "gzip") if each in accepted), "")
        if encoding == "gzip" and encoding not in page.bodies:
            page.bodies[encoding] = gzip.compress(brotli.decompress(page.bodies["br"]), compresslevel=6, mtime=0)
            self.store.memory.set(key, issue.word, page)  # which has grown
        body = page.bodies[encoding] if encoding else brotli.decompress(page.bodies["br"])
        answer = HttpResponse(body, headers=page.headers)
        if encoding:
            answer.headers["Content-Encoding"] = encoding
        answer.headers["Content-Length"] = str(len(body))
        return answer

    def _render(self, request: HttpRequest, query: str, issue: Edition) -> HttpResponseBase:
        """The page as its own parameters make it: others can leave no trace in what everybody will be given."""
        request.META["QUERY_STRING"] = query
        request.GET = QueryDict(query)
        asked, request.method = request.method, "GET"
        try:
            return self._made(request, issue)
        finally:
            request.method = asked

    def _made(self, request: HttpRequest, issue: Edition) -> HttpResponseBase:
        """The page, from the replica if it is no older than ``issue``; if that fails half-way, from the first database."""
        with public_reads(issue.version) as from_replica:
            answer = self.get_response(request)
        if answer.status_code == 500 and from_replica:
            rest()
            answer = self.get_response(request)
        return answer


class Turns:
    """One at a time for each key."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def of(self, key: str) -> Iterator[None]:
        with self.lock:
            turn, number = self.waiting.get(key, (Lock(), 0))
            self.waiting[key] = (turn, number + 1)
        try:
            with turn:
                yield
        finally:
            with self.lock:
                turn, number = self.waiting[key]
                if number == 1:
                    del self.waiting[key]
                else:
                    self.waiting[key] = (turn, number - 1)


@lru_cache(maxsize=2048)
def _kept_at(path: str, language: str | None) -> Kept | None:
    """What is kept of the page at ``path``; which addresses there are depends on the language. To find out takes 35 µs."""
    try:
        return getattr(resolve(path).func, "kept", None)
    except Resolver404:
        return None


def _key(request: HttpRequest, query: str) -> str:
    """Pages name their own address, so the host is part of it."""
    whole = f"{request.scheme}://{request.get_host()}{request.path}?{query}"
    return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()


def _has(request: HttpRequest, issue: Edition) -> bool:
    return f'"{issue.word}"' in request.headers.get("If-None-Match", "")


def _page(answer: HttpResponseBase) -> Page | None:
    """``answer`` as it is kept; None for what is for one visitor, or no page."""
    if answer.status_code != 200 or not isinstance(answer, HttpResponse) or answer.cookies or "Cache-Control" in answer.headers:
        return None
    headers = {name: value for name, value in answer.headers.items() if name not in ("Content-Length", "Vary")}
    return Page(headers, {"br": brotli.compress(answer.content, quality=Compress.QUALITY)})


def _dressed(answer: HttpResponseBase, issue: Edition) -> HttpResponseBase:
    """With what lets browsers and caches keep it for a while, and ask for news."""
    if answer.status_code not in (200, 304) or answer.cookies or "Cache-Control" in answer.headers:
        return answer
    left = int((issue.until - now()).total_seconds())
    fresh = max(0, min(FRESH, left))
    answer.headers["Cache-Control"] = f"public, max-age={fresh}, stale-while-revalidate={max(0, min(STALE, left - fresh))}"
    answer.headers["ETag"] = f'W/"{issue.word}"'
    patch_vary_headers(answer, ("Accept-Encoding",))
    return answer
