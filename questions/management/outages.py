"""What a command says where the database's disk is full, or where it goes away."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import OperationalError

from prepsite.operation.outages import disk_is_full


@contextmanager
def in_words(kept: str) -> Iterator[None]:
    """Raise a CommandError in the place of OperationalError; ``kept`` says what became of what was done, and what to do."""
    try:
        yield
    except OperationalError as error:
        why = "There is no room left on the database's disk" if disk_is_full(error) else f"The database went away ({error})"
        raise CommandError(f"{why}. {kept}") from error
