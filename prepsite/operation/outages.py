"""What an error of the database means for whoever waits for it."""

import sqlite3

from django.db import DatabaseError

DISK_FULL = "53100"  # PostgreSQL's code


def disk_is_full(error: DatabaseError) -> bool:
    """Whether ``error`` came because the database's disk has no room."""
    cause = error.__cause__
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or getattr(cause, "sqlstate", None) == DISK_FULL
