"""Real threads on a real database: each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

Together = Callable[..., list[Any]]


@pytest.fixture
def together(transactional_db: None) -> Together:
    """``together(first, second, …)`` calls all of them at the same moment, each in a thread; what each returned or raised."""
    return _together


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
