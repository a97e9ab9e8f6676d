"""Whether a database is whole: its pages, its references, its indexes, and the counts that triggers keep."""

import psycopg

from .site import Site

AMCHECK = """
SELECT index.oid::regclass::text, bt_index_parent_check(index.oid, true, true) FROM pg_index
JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_am ON pg_am.oid = relam AND amname = 'btree'
WHERE index.relnamespace = 'public'::regnamespace AND indisvalid
"""
HEAPS = """
SELECT pg_class.oid::regclass::text, msg FROM pg_class, LATERAL verify_heapam(pg_class.oid)
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""
SQLITE = """
from questions.copies.backups.sqlite import faults_of
print(*faults_of("{path}"), sep="\\n", end="")
"""
COUNTS = """
from questions.models import Role, Topic
from questions.models.states import public
wrong = [f"{thing} has {true} and says {thing.question_count}" for things, of in (
    (Topic.objects.with_question_count(), lambda topic: topic.question_items.filter(public("content_object")).count()),
    (Role.objects.with_question_count(), lambda role: role.role_questions.filter(public("question")).count()),
) for thing in things.iterator() if (true := of(thing)) != thing.question_count]
print(*wrong, sep="\\n", end="")
"""


def faults(site: Site) -> list[str]:
    """What is wrong with the database of ``site``, in words; nothing, if it is whole."""
    url = site.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        return site.manage("shell", "--no-imports", "--command", SQLITE.format(path=url.removeprefix("sqlite://"))).splitlines()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
        try:
            connection.execute(AMCHECK)
        except psycopg.Error as error:
            return [str(error)]
        return [f"{table}: {fault}" for table, fault in connection.execute(HEAPS)]


def wrong_counts(site: Site) -> list[str]:
    """The roles and topics whose kept number of questions is not the counted one."""
    return site.manage("shell", "--no-imports", "--command", COUNTS).splitlines()
