"""A restart of PostgreSQL closes the connections that are waiting in the pool: one that is closed is not lent.

Here a pair of sockets stands for the connection; ``make torture TORTURE_ARGS=database`` restarts a real server.
"""

import socket
from typing import Any

import psycopg
import pytest

from prepsite.databases import still_open


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
