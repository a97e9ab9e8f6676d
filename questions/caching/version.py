"""The content version: another word after every change of public content, in the transaction that made it (migration 0008)."""

from django.db import DEFAULT_DB_ALIAS, connections

# SQLite counts; on PostgreSQL the transactions that are seen are the word, so that none waits for another one's.
SQL = {
    "sqlite": "SELECT number || '-' || word FROM content_version",
    "postgresql": "SELECT string_agg(xid || '@' || extract(epoch FROM at), ',' ORDER BY xid) FROM content_change",
}


def content_version(alias: str = DEFAULT_DB_ALIAS) -> str:
    """What the bank is now, as a word that no other state of it ever has. One query, of microseconds.

    The first database says what visitors are promised; ``alias`` of a replica, what that one has.
    """
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(SQL[connection.vendor])
        return str(cursor.fetchone()[0])
