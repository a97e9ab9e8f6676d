"""How connections to databases and to the cache are kept, and how long they may take."""

import select
from typing import Any

SQLITE = {
    # Readers never wait for a writer (WAL), and a second writer waits for the first instead of failing half-way (IMMEDIATE).
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    # 16 MB of log between checkpoints: a fifth less time for an import.
    "PRAGMA wal_autocheckpoint=4000",
}


def connected(database: dict[str, Any], *, threads: int, patience: int, longest: int, cached: int) -> dict[str, Any]:
    """``database`` as ``DATABASES`` takes it, with its options.

    Args:
        database: what its address says; options that stand in the address win.
        threads: how many of them ask it at the same time, in one process.
        patience: seconds to wait for a connection.
        longest: milliseconds a statement may take on PostgreSQL; 0 for as long as it needs.
        cached: kilobytes of an SQLite file that each connection keeps.
    """
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # Each thread keeps its connection: opening one takes longer than sending a kept page.
        options = SQLITE | {"init_command": f"{SQLITE['init_command']}; PRAGMA cache_size=-{cached}"}
        return database | {"CONN_MAX_AGE": None, "OPTIONS": options}
    options = {
        "connect_timeout": patience,
        "options": f"-c statement_timeout={longest}",
        "application_name": "prepsite",
        # Parameters travel apart from the SQL, so that PostgreSQL plans what it is asked often once: a quarter of the time of
        # a short query.
        "server_side_binding": True,
        "prepare_threshold": 5,
        # A thread that has a transaction open may ask for a second connection, to see what others see. After an outage the
        # server is looked for every few seconds: the pool's own pauses double up to minutes.
        "pool": {"min_size": 1, "max_size": threads + 1, "timeout": patience, "reconnect_timeout": patience, "check": still_open},
    }
    return database | {"OPTIONS": options | database.get("OPTIONS", {})}


def still_open(connection: Any) -> None:
    """Raise ``psycopg.OperationalError`` if the server has closed ``connection``, by a restart for instance.

    The pool asks before it lends, so no visitor meets it. An idle connection has nothing to read unless it was closed, or
    the server has something to say; only then is it asked. So this costs a system call, where CONN_HEALTH_CHECKS costs each
    kept page a round trip.
    """
    from psycopg_pool import ConnectionPool  # only where there is one

    heard = select.poll()
    heard.register(connection.fileno(), select.POLLIN)
    if heard.poll(0):
        ConnectionPool.check_connection(connection)


def cache_of(cache: dict[str, Any]) -> dict[str, Any]:
    """``cache`` as ``CACHES`` takes it: it is asked once and not for long, since a page can be made without it."""
    from redis.backoff import NoBackoff  # only where there is one to ask
    from redis.retry import Retry

    options = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "retry": Retry(NoBackoff(), 0)}
    return cache | {"KEY_PREFIX": "prepsite", "OPTIONS": options | cache.get("OPTIONS", {})}
