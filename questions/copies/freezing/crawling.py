"""From the first page along every link, each page written as soon as it is read."""

import posixpath
import re
from collections import deque
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import get_script_prefix, reverse
from django.utils.translation import override

from ..backups.archive import Progress
from ..whole import CopyError
from . import assets
from .addresses import PARTS, SITEMAPS, Address, address_of, written
from .reading import ask, ask_for_nothing
from .rewriting import NOWHERE, Rules, rewrite

LOC = re.compile(r"<loc>([^<]*)</loc>")


class Crawl:
    """Writes the site into ``folder``. ``site`` is its address, or ""; ``served`` whether a server answers there."""

    def __init__(self, folder: Path, site: str, *, served: bool, progress: Progress) -> None:
        self.folder = folder
        self.site = site.rstrip("/")
        self.origin = self.site or NOWHERE
        self.served = served
        self.progress = progress
        self.waiting: deque[tuple[Address, str]] = deque()  # and the page that links to it
        self.seen: set[str] = set()  # files, by their names
        self.folders: set[Path] = set()
        self.files = self.size = 0
        # What machines are told of a part of a long list, as the copy has it.
        self.parts = re.compile(rf'("{re.escape(self.site)}[^"?]*/)\?({"|".join(PARTS)})=(\d+)(?=")')

    def run(self) -> None:
        assets.require()
        self._begin()
        while self.waiting:
            self._take(*self.waiting.popleft())
            self.progress("writing", self.files, self.files + len(self.waiting))
        for code, _name in settings.LANGUAGES:
            self._not_found(code)
        self._write("favicon.ico", assets.content_of("favicon.ico"))
        if self.site:
            for name in assets.told():
                self._static(name)

    def _begin(self) -> None:
        for code, _name in settings.LANGUAGES:
            with override(code):
                self._want(reverse("home"), "", "")
        prefix = get_script_prefix()
        self._want(f"{prefix}robots.txt", "", "")
        self._follow_sitemap(Address("/sitemap.xml", "", "sitemap", settings.LANGUAGE_CODE, "sitemap.xml"))

    def _follow_sitemap(self, address: Address) -> None:
        """Also what no page links to stands there. Its addresses are those of the first language."""
        answer = ask(self.origin, address)
        text = _content(answer, address, "").decode()
        if self.site:
            self.seen.add(address.file)
            self._write(address.file, text.encode())
        for loc in LOC.findall(text):
            path = urlsplit(unescape(loc)).path
            part = address_of(path, "", full=True)
            if part and part.name in SITEMAPS:
                self._follow_sitemap(part)
            else:
                self._want(path, "", address.file)

    def _want(self, path: str, query: str, source: str) -> Address | None:
        address = address_of(path, query, full=bool(self.site))
        if address and address.file not in self.seen:
            self.seen.add(address.file)
            self.waiting.append((address, source))
        return address

    def _take(self, address: Address, source: str) -> None:
        content = _content(ask(self.origin, address), address, source)
        if address.is_page:
            here = f"{get_script_prefix()}{address.path.lstrip('/')}"
            content = self._page(content.decode(), here, address.file).encode()
        self._write(address.file, content)

    def _page(self, html: str, here: str, file: str, *, anywhere: bool = False) -> str:
        """The page that stands in ``file``. ``anywhere``: hosts show it at any address, so that no relative link would hold."""
        start = posixpath.dirname(file)

        def place(link: str) -> str | None:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("#"):
                return link
            path, _, query = urljoin(here, parts._replace(fragment="").geturl() or here).partition("?")
            mark = f"#{parts.fragment}" if parts.fragment else ""
            target = self._target(path, query, file)
            if target is None:
                return f"{self._live(path, query)}{mark}" if self.served else None
            if anywhere and self.site:
                return f"{self.site}/{written(target)}{mark}"
            return f"{written(posixpath.relpath(target, start or '.'))}{mark}"

        # The address of static files is found out once a process, whatever the path of the site is now.
        html = html.replace(f'content="{self._live(assets.base(), "")}', f'content="{self.site}/{assets.FOLDER}')
        if self.site and not self.served:
            html = self.parts.sub(r"\1\2-\3.html", html)
        return rewrite(html, Rules(place, self._live(here, "") if self.served else None))

    def _target(self, path: str, query: str, source: str) -> str | None:
        """The file that a link leads to; it is written in its turn."""
        name = assets.name_of(path)
        if name is None:
            address = self._want(path, query, source)
            return address.file if address else None
        self._static(name)
        return f"{assets.FOLDER}{name}"

    def _static(self, name: str) -> None:
        file = f"{assets.FOLDER}{name}"
        if file in self.seen:
            return
        self.seen.add(file)
        content = assets.content_of(name)
        self._write(file, content)
        for other in assets.named_in(name, content):
            self._static(other)

    def _live(self, path: str, query: str) -> str:
        site = urlsplit(self.site)
        return f"{site.scheme}://{site.netloc}{path}{f'?{query}' if query else ''}"

    def _not_found(self, code: str) -> None:
        with override(code):
            home = reverse("home")
        file = f"{'' if code == settings.LANGUAGE_CODE else f'{code}/'}404.html"
        page = ask_for_nothing(self.origin, code, f"/{file}").content.decode()
        self._write(file, self._page(page, home, file, anywhere=True).encode())

    def _write(self, file: str, content: bytes) -> None:
        path = self.folder / file
        if path.parent not in self.folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(path.parent)
        path.write_bytes(content)
        self.files += 1
        self.size += len(content)


def _content(answer: object, address: Address, source: str) -> bytes:
    if not isinstance(answer, HttpResponse) or answer.status_code != 200:
        status = getattr(answer, "status_code", "nothing")
        raise CopyError(
            f"{address.path} answers {status}, though {source or 'the site'} links to it; something may just have been retired. "
            "Nothing was changed: run it again."
        )
    return answer.content
