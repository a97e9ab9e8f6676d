"""What an uploaded file holds: one file, or those of a zip. Nothing is written here, and nothing is believed that a zip says."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from questions.guides.files import MARKDOWN, QUIZZES, TABLES, TAXONOMY

LARGEST = 10_000_000  # bytes of the upload
MOST_FILES = 2_000
MOST_UNPACKED = 50_000_000  # bytes
# Text shrinks to a fifth, a file of one letter to a thousandth. Below the size no ratio does harm.
MOST_SHRUNK, SMALL = 100, 100_000
DEEPEST, LONGEST_NAME = 20, 255  # folders; bytes, of what most file systems hold

ENDINGS = sorted(MARKDOWN | TABLES | QUIZZES)
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".jar")
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# What the library raises for zips that are none, or broken somewhere.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, RuntimeError, OSError, ValueError, OverflowError)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_NAMES_ARE_UTF8 = 0x800


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """Why an upload is not taken: a sentence for people."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an upload: its folders and its name, and what it holds."""

    parts: tuple[str, ...]
    data: bytes

    @property
    def name(self) -> str:
        return "/".join(self.parts)


def members(name: str, data: bytes, *, field: str = "", group: str = "") -> list[Member]:
    """The files of the upload ``name``, in order of their names. A single file stands in ``field`` and ``group``.

    Raises Refused, which says what is wrong with which file.
    """
    if len(data) > LARGEST:
        raise Refused(f"It is larger than {LARGEST // 1_000_000} MB. Send it in parts.")
    if name.lower().endswith(".zip"):
        return sorted(_unzip(data), key=lambda member: member.parts)
    if zipfile.is_zipfile(io.BytesIO(data)):
        raise Refused("It is a zip with another ending. Call it “….zip”.")
    ending = f".{name.lower().rpartition('.')[2]}"
    if name not in TAXONOMY and ending not in ENDINGS:
        raise Refused(f"“{name}” is not read. Send a .zip, topics.yaml, catalogue.yaml, or one of {', '.join(ENDINGS)}.")
    folders = () if name in TAXONOMY else (field.strip(), group.strip())
    for part in (*folders, name):
        _check_part(part, name)
    return [Member((*folders, name), data)]


def _unzip(data: bytes) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES:
                raise Refused(f"The zip holds {len(entries):,} files, and {MOST_FILES:,} is the most. Send it in parts.")
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise Refused(f"Unpacked, the zip is larger than {MOST_UNPACKED // 1_000_000} MB. Send it in parts.")
            seen: set[tuple[str, ...]] = set()
            for entry in entries:
                parts = _checked(entry)
                if entry.is_dir():
                    continue
                if parts in seen:
                    raise Refused(f"“{'/'.join(parts)}” is in the zip twice.")
                seen.add(parts)
                content = archive.read(entry)
                if content.startswith(b"PK\x03\x04"):
                    raise Refused(f"“{'/'.join(parts)}” is a zip in the zip. Unpack it first.")
                yield Member(parts, content)
    except _BROKEN:
        raise Refused("The zip is damaged, or is none. Make it anew.") from None


def _checked(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    """The folders and the name of an entry of a zip, if there is nothing wrong with it."""
    name = _name_of(entry)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    packed = max(entry.compress_size, 1)
    wrong = {
        "is encrypted. Make a zip without a password.": entry.flag_bits & _ENCRYPTED,
        "is a symbolic link. Put the file itself into the zip.": kind == stat.S_IFLNK,
        "is no ordinary file.": kind not in (0, stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK),
        "is packed in a way that is not read here. Make an ordinary zip.": (
            entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        ),
        "unpacks to more than a hundred times its size, as no text does.": (
            entry.file_size > SMALL and entry.file_size > packed * MOST_SHRUNK
        ),
        "is an archive in the zip. Unpack it first.": name.lower().endswith(_ARCHIVES),
        "has a backslash in its name.": "\\" in name,
        "starts at the top of a disk: make the zip of a folder.": name.startswith("/") or _DRIVE.match(name),
        "leads out of its folder.": ".." in name.split("/"),
        f"stands more than {DEEPEST} folders deep.": name.count("/") > DEEPEST,
    }
    for reason, is_so in wrong.items():
        if is_so:
            raise Refused(f"“{_CONTROL.sub('?', name)[:200]}” {reason}")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    for part in parts:
        _check_part(part, name)
    return parts


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The whole name; zips that do not say which letters they use have UTF-8 more often than the old ones they should have."""
    name = entry.orig_filename
    if entry.flag_bits & _NAMES_ARE_UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _check_part(part: str, name: str) -> None:
    shown = _CONTROL.sub("?", name)[:200]
    if _CONTROL.search(part):
        raise Refused(f"“{shown}” has control characters in its name.")
    if "/" in part or "\\" in part or part in (".", ".."):
        raise Refused(f"“{part[:200]}” can be no name here: leave out slashes and lone dots.")
    if len(part.encode("utf-8")) > LONGEST_NAME:
        raise Refused(f"“{shown}” has a name too long for a file.")
