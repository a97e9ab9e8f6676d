"""A restart of PostgreSQL closes the connections that are waiting in the pool; the visitors after it notice nothing.

On PostgreSQL the server really closes them; everywhere the same look is taken at a socket whose other end closes.
"""

import socket
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from prepsite.databases import still_open
from tests.factories import make_role

OTHERS = "datname = current_database() AND pid <> pg_backend_pid()"


class Lent:
    """As much of a connection as is looked at before it is lent."""

    autocommit = True

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        self.asked = 0

    def fileno(self) -> int:
        return self.end.fileno()

    def execute(self, _sql: str) -> None:
        self.asked += 1
        if not self.end.recv(1):
            raise psycopg.OperationalError("the server closed the connection")


@pytest.fixture
def lent() -> Any:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Lent(ours), theirs


def test_an_idle_connection_is_lent_without_asking_the_server(lent: tuple[Lent, socket.socket]):
    ours, _theirs = lent
    still_open(ours)
    assert ours.asked == 0


def test_one_that_the_server_closed_is_not_lent(lent: tuple[Lent, socket.socket]):
    ours, theirs = lent
    theirs.close()
    with pytest.raises(psycopg.OperationalError):
        still_open(ours)


def test_one_on_which_the_server_said_something_is_asked(lent: tuple[Lent, socket.socket]):
    ours, theirs = lent
    theirs.sendall(b"N")
    still_open(ours)
    assert ours.asked == 1


@pytest.mark.django_db(transaction=True)
def test_the_page_after_connections_were_closed_is_fine():
    make_role(title="Bookmobile Librarian")
    visitor = Client()
    assert visitor.get("/roles/").status_code == 200
    connection.close()  # back into the pool, as at the end of a request
    if connection.vendor == "postgresql":
        with psycopg.connect(**connection.get_connection_params() | {"autocommit": True, "cursor_factory": None}) as other:
            other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {OTHERS}")
    assert visitor.get("/roles/").status_code == 200
