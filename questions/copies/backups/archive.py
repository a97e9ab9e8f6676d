"""The archive: a zip file with the database as one member and the manifest as another.

Zip and not tar: the list of its members stands at its end, so a file that was cut off is known at once, and the manifest can
be written last and read first. Every system opens it.
"""

import hashlib
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..whole import CopyError
from .manifest import Manifest, Member

MANIFEST = "manifest.json"
CHUNK = 1 << 20
MOST_MANIFEST = 10_000_000  # bytes
# What Python's zipfile raises on a file that was changed, cut off, or is something else.
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)

Progress = Callable[[str, int, int], None]  # what is done, how far, of how much (0: nobody knows), in bytes


def write(path: Path, manifest: Manifest, name: str, chunks: Iterable[bytes], *, compress: bool) -> Manifest:
    """A new archive at ``path`` with one member of ``chunks``, for this account's eyes only; the manifest as it was written."""
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", method) as archive:
        digest, size = hashlib.sha256(), 0
        with archive.open(name, "w", force_zip64=True) as member:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                member.write(chunk)
        manifest = replace(manifest, members={name: Member(size, digest.hexdigest())})
        archive.writestr(MANIFEST, manifest.to_json())
    return manifest


class Archive:
    """An archive that is open, with its manifest read."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self.file = file
        if MANIFEST not in file.namelist() or file.getinfo(MANIFEST).file_size > MOST_MANIFEST:
            raise CopyError("This is not a backup of prepsite: it has no manifest.")
        self.manifest = Manifest.from_json(file.read(MANIFEST))

    def extract(self, name: str, target: Path, progress: Progress) -> None:
        """The member ``name`` into a new file. Raises CopyError unless it is, to the byte, what the manifest says."""
        said = self.manifest.members.get(name)
        if said is None or name not in self.file.namelist():
            raise CopyError(f"This archive is damaged: it holds no {name}.")
        digest, size = hashlib.sha256(), 0
        with target.open("xb") as file:
            for chunk in self._chunks(name):
                digest.update(chunk)
                size += len(chunk)
                if size > said.size:
                    break
                file.write(chunk)
                progress("checking the archive", size, said.size)
        if (size, digest.hexdigest()) != (said.size, said.sha256):
            raise CopyError(f"This archive is damaged: {name} is not what its manifest says (size or checksum).")

    def _chunks(self, name: str) -> Iterator[bytes]:
        with damage_in_words(str(self.file.filename)), self.file.open(name) as member:
            while chunk := member.read(CHUNK):
                yield chunk


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Raises CopyError for what is no archive of ours, is damaged, or is not there."""
    if not path.is_file():
        raise CopyError(f"{path} is a folder: name an archive in it." if path.is_dir() else f"There is no file {path}.")
    with damage_in_words(path.name):
        file = zipfile.ZipFile(path)
    with file:
        with damage_in_words(path.name):
            archive = Archive(file)
        yield archive


@contextmanager
def damage_in_words(name: str) -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise CopyError(f"{name} is no backup of prepsite, or it is damaged or was cut off ({error}).") from error
