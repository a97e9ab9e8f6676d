"""What pg_restore writes: statements, and the rows of one table after the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What belongs to the whole database and not to our tables; an operator may have set it up in their own way.
FOREIGN = re.compile(rb"\d+; \d+ \d+ (SCHEMA|EXTENSION|ACL|DEFAULT ACL|COMMENT - (SCHEMA|EXTENSION)|PUBLICATION|SUBSCRIPTION) ")
COPY = re.compile(rb"COPY .* FROM stdin;\n")
SETTING = re.compile(rb"SET (\w+) = ")
# Meta-commands of psql, which are no SQL.
META = (b"\\restrict ", b"\\unrestrict ")
END = b"\\.\n"
PIECE = 1 << 18


@dataclass(frozen=True)
class Statements:
    sql: str


@dataclass(frozen=True)
class Rows:
    """To be read to their end before the next step is asked for."""

    sql: str
    rows: Iterator[bytes]


def wanted(entries: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of ``pg_restore --list`` without what is not ours."""
    return (entry for entry in entries if not FOREIGN.match(entry))


def steps(lines: Iterator[bytes], settings: set[str]) -> Iterator[Statements | Rows]:
    """A script of pg_restore, step by step. What it sets and the server does not know (``settings``) is left out: a later
    pg_restore writes for its own server."""
    sql: list[bytes] = []
    for line in lines:
        if line.startswith(META):
            continue
        if (set_ := SETTING.match(line)) and set_[1].decode() not in settings:
            continue
        if not COPY.fullmatch(line):
            sql.append(line)
            continue
        yield from _statements(sql)
        sql = []
        yield Rows(line.decode().rstrip(";\n"), _rows(lines))
    yield from _statements(sql)


def _statements(sql: list[bytes]) -> Iterator[Statements]:
    if any(line.strip() and not line.startswith(b"--") for line in sql):
        yield Statements(b"".join(sql).decode())


def _rows(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Up to the mark of their end, in larger pieces: a call for each row takes several times as long."""
    piece: list[bytes] = []
    size = 0
    for line in lines:
        if line == END:
            break
        piece.append(line)
        size += len(line)
        if size >= PIECE:
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)
