"""Files and folders that appear whole or not at all: made in a scratch folder beside their place, then renamed into it."""

import errno
import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

# A scratch folder without a living owner is looked at this many seconds after it was made: its owner may be about to lock it.
GRACE = 60
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SHUT = (errno.EACCES, errno.EPERM, errno.EROFS)


class CopyError(Exception):
    """Why no copy was made or restored, as one sentence or two that say what to do."""


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A new folder in ``folder`` that only this account reads, gone afterwards with all that is still in it.

    Its owner holds a lock on it. What a process left that was killed has none, and goes here too.
    """
    _sweep(folder)
    made = Path(mkdtemp(prefix=".prepsite-", suffix=".partial", dir=folder))
    lock = os.open(made, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(lock)


def _sweep(folder: Path) -> None:
    for left in folder.glob(".prepsite-*.partial"):
        if time.time() - left.stat().st_mtime < GRACE:
            continue
        lock = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left)
        except BlockingIOError:
            continue  # somebody works in it
        finally:
            os.close(lock)


def put(made: Path, target: Path, *, replace: bool) -> None:
    """Move the finished file ``made`` to ``target`` on the same disk. If that is taken, replaces it or raises FileExistsError."""
    sync(made)
    if replace:
        made.replace(target)
    else:
        _link(made, target)
    sync(target.parent)


def _link(made: Path, target: Path) -> None:
    try:
        target.hardlink_to(made)  # refuses in one step what a look beforehand could miss
    except FileExistsError:
        raise
    except OSError:  # a USB stick knows no links
        if target.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(target)) from None
        made.replace(target)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def faults_in_words(folder: Path, kept: str) -> Iterator[None]:
    """Raise what goes wrong with the disk under ``folder`` as a CopyError; ``kept`` says what is as it was."""
    try:
        yield
    except OSError as error:
        raise CopyError(_in_words(error, folder, kept)) from error
    except sqlite3.Error as error:
        # Errors of the module itself carry no code.
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise CopyError(_no_room(folder, kept)) from error
        raise CopyError(f"The database could not be read or written ({error}). {kept}") from error


def _in_words(error: OSError, folder: Path, kept: str) -> str:
    if error.errno in FULL:
        return _no_room(folder, kept)
    if error.errno in SHUT:
        return f"This account may not write to {error.filename or folder}: give it the right, or name another place. {kept}"
    return f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}. {kept}"


def _no_room(folder: Path, kept: str) -> str:
    try:
        free = f"{shutil.disk_usage(folder).free / 1_000_000:,.0f} MB are free"
    except OSError:
        free = "its disk is full"
    return f"There is no room left in {folder} ({free}): make room, or name another place. {kept}"
