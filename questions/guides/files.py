"""Guide files: which files of a folder are guides, and what a file holds."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from questions.guides.document import Guide, GuideError
from questions.guides.reader import read_guide
from questions.guides.text import decode

LARGEST = 5_000_000  # bytes
MARKDOWN = {".md", ".markdown", ".txt"}
TABLES = {".csv", ".json"}
QUIZZES = {".gift"}
# Read by loading/taxonomy.py.
TAXONOMY = {"topics.yaml", "catalogue.yaml"}

_ABOUT_THE_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|copying|contributing|contributors|changelog|changes|history|code[ _-]of[ _-]conduct|security"
    r"|authors|notice|support|governance|maintainers|pull_request_template|issue_template)(?:[._-].*)?",
    re.IGNORECASE,
)
# A folder of this name stands where there is none: it says nothing about field and group.
NO_FOLDER = "_"
_NO_GUIDE = {"package.json", "package-lock.json", "tsconfig.json", "composer.json", "requirements.txt", "robots.txt"}
# Of lint_content.
_NO_GUIDE |= {"allowed-words.txt"}


def find(paths: list[Path]) -> list[Path]:
    """The guide files among ``paths``, in order and each once: every file named, and all guides under every folder named.

    Under folders, hidden files and those that speak of the folder itself (README, LICENSE …) are left out;
    topics.yaml and catalogue.yaml are no guides even where they are named.
    Raises GuideError for a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_under(path))))
        elif path.exists():
            if path.name not in TAXONOMY:
                found[path] = None
        else:
            raise GuideError(f"there is no file or folder “{path}”")
    return list(found)


def read_file(path: Path) -> list[Guide]:
    """The guides in a file: one in a Markdown or text file or a quiz (GIFT, Aiken), one for each role in a table (CSV, JSON).

    Field and group are those that the file names, else the last two folders it stands in.
    Raises GuideError for a file that is empty, too large or not text, or that holds no question or no field and group.
    """
    data = _read(path)
    text, notes = decode(data)
    if not text.strip():
        raise GuideError("is empty; write a question in it or remove it")
    *_, field, group = ["", "", *("" if part in (path.anchor, NO_FOLDER) else part for part in path.resolve().parent.parts)]
    guides = _reader(path.suffix.lower(), text)(text, field=field, group=group, name=path.stem)
    guides[0].notes[:0] = notes
    return placed(guides)


def _reader(ending: str, text: str) -> Callable[..., list[Guide]]:
    """What reads a file of this ending; of plain text, also what the text looks like decides."""
    if ending in TABLES:
        from questions.guides.shapes import tables

        return tables.read_csv if ending == ".csv" else tables.read_json
    if ending in QUIZZES or ending == ".txt":
        from questions.guides.shapes import aiken, gift

        if ending in QUIZZES or gift.looks_like(text):
            return gift.read
        if aiken.looks_like(text):
            return aiken.read
    return lambda text, **place: [read_guide(text, **place)]


def placed(guides: list[Guide]) -> list[Guide]:
    """The same guides; raises GuideError if one of them has no field or no group and is not shared by several roles."""
    for guide in guides:
        if guide.roles is None and not (guide.field and guide.group):
            raise GuideError("belongs to no field and group; put it in folders “Field/Group/” or name both in its front matter")
    return guides


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise GuideError(
                f"is larger than {LARGEST // 1_000_000} MB ({size / 1_000_000:.1f} MB); split it into a file for each role"
            )
        return path.read_bytes()
    except OSError as error:
        raise GuideError(f"can not be read: {error.strerror or error}") from None


def _under(folder: Path) -> list[Path]:
    found: list[Path] = []
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        # A link back to a folder above would go round for ever.
        real = os.path.realpath(place)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [path for name in names if _is_guide(path := Path(place, name))]
    return found


def _is_guide(path: Path) -> bool:
    return is_guide_name(path.name) and path.is_file()


def is_guide_name(name: str) -> bool:
    """Whether a file of this name, found under a folder, is taken for a guide."""
    path = Path(name)
    if name.startswith(".") or name.lower() in _NO_GUIDE or path.suffix.lower() not in MARKDOWN | TABLES | QUIZZES:
        return False
    return not _ABOUT_THE_FOLDER.fullmatch(path.stem)
