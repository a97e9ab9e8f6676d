"""The static files a copy needs: those its pages name, and those that these name."""

import posixpath
import re
from pathlib import Path
from typing import Any, cast

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from ..whole import CopyError

FOLDER = "static/"
URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
# Alone in its file a module shares no name with another one; so must a plain script.
WRAPPED = '(() => {{\n"use strict";\n{}\n}})();\n'


def name_of(path: str) -> str | None:
    """The static file that a link to ``path`` means."""
    return path.removeprefix(base()) if path.startswith(base()) else None


def base() -> str:
    """How the path of every static file begins."""
    return str(cast(Any, staticfiles_storage).base_url)


def content_of(name: str) -> bytes:
    path = Path(staticfiles_storage.path(name))
    if not path.is_file():
        found = finders.find(name)
        if not found:
            raise CopyError(f"There is no static file {name}: run `manage.py collectstatic` first. Nothing was written.")
        path = Path(str(found))
    content = path.read_bytes()
    return WRAPPED.format(content.decode()).encode() if name.endswith(".js") else content


def named_in(name: str, content: bytes) -> list[str]:
    """The static files that a stylesheet names."""
    if not name.endswith(".css"):
        return []
    urls = [url.partition("#")[0].partition("?")[0] for url in URL.findall(content.decode())]
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), url)) for url in urls if url and ":" not in url]


def told() -> list[str]:
    """What machines are told the full address of: the picture of the site, and the schema of its JSON files."""
    picture = name_of(staticfiles_storage.url("share.png"))
    return [name for name in (picture, "schema/role-1.json") if name]


def require() -> None:
    """Raises CopyError where pages cannot name their static files."""
    try:
        staticfiles_storage.url("css/site.css")
    except ValueError as error:
        raise CopyError("The static files have not been collected: run `manage.py collectstatic` first.") from error
