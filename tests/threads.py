"""Real threads on a real database: each with a connection of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import connect
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

Together = Callable[..., list[Any]]


@pytest.fixture
def together(transactional_db: None, tmp_path: Path) -> Iterator[Together]:
    """``together(first, second, …)`` calls all of them at the same moment, each in a thread; what each returned or raised.

    The test's own steps go through it too, one at a time: SQLite's database in memory belongs to the thread that made it,
    so the threads share a file.
    """
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with connect(tmp_path / "bank.sqlite3") as file:
            connection.connection.backup(file)
        file.close()
        connection.settings_dict["NAME"] = str(tmp_path / "bank.sqlite3")
    try:
        yield _together
    finally:
        connection.settings_dict["NAME"] = name


def _together(*calls: Callable[[], Any]) -> list[Any]:
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        barrier.wait(timeout=30)
        try:
            return call()
        except Exception as error:  # what a thread met is what the test looks at
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result(timeout=120) for future in [pool.submit(run, call) for call in calls]]
