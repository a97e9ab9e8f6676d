"""Freezing: the whole site into a folder that appears whole or not at all."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import get_script_prefix, set_script_prefix

from questions.caching.version import content_version

from ..backups.archive import Progress
from ..backups.manifest import version
from ..whole import CopyError, faults_in_words, scratch
from .addresses import address_of
from .crawling import Crawl
from .steady import one_state

# By this file a folder is known as made here, to be replaced by the next copy.
MARK = "prepsite-copy.json"
KEPT = "Nothing was changed."


def freeze(target: Path, *, site: str = "", alone: bool = False, progress: Progress) -> Crawl:
    """The public site as files in the folder ``target``; what was made there before is replaced when the new one is whole.

    ``site`` is the address of the site, which full addresses name and where forms and filters lead, unless no server answers
    there (``alone``). Raises CopyError.
    """
    target = target.resolve()
    _require_place(target)
    if site:
        _require_address(site)
    with faults_in_words(target.parent, KEPT), scratch(target.parent) as work:
        made = work / "site"
        made.mkdir()
        crawl = Crawl(made, site, served=bool(site) and not alone, progress=progress)
        with _below(site), one_state():
            crawl.run()
            said = {"program": "prepsite", "prepsite": version(), "content_version": content_version(), "site": site}
        said["made_at"] = datetime.now(UTC).isoformat(timespec="seconds")
        numbers = {"files": crawl.files, "size": crawl.size}
        (made / MARK).write_text(f"{json.dumps(said | numbers, indent=2)}\n", encoding="utf-8")
        os.sync()
        _swap(made, target, work / "before")
    return crawl


def _require_place(target: Path) -> None:
    if not target.parent.is_dir():
        raise CopyError(f"There is no folder {target.parent}: make it, or name another place. {KEPT}")
    if not target.exists():
        return
    if not target.is_dir():
        raise CopyError(f"{target} is a file: name a folder. {KEPT}")
    if not (target / MARK).is_file() and any(target.iterdir()):
        raise CopyError(f"{target} has something in it that freeze did not make: name an empty or a new folder. {KEPT}")


def _require_address(site: str) -> None:
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise CopyError(f"--site takes a full address, such as https://prep.example/, and {site} is none. {KEPT}")


@contextmanager
def _below(site: str) -> Iterator[None]:
    """Addresses as they are below the path of ``site``."""
    before = get_script_prefix()
    set_script_prefix(f"{urlsplit(site).path.rstrip('/')}/")
    address_of.cache_clear()
    try:
        yield
    finally:
        set_script_prefix(before)
        address_of.cache_clear()


def _swap(made: Path, target: Path, before: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    target.rename(before)
    try:
        made.rename(target)
    except OSError:
        before.rename(target)
        raise
