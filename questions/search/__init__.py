"""Finding things by words: ``search(typed)`` is the whole interface, whatever index stands behind it."""

from .found import Found
from .query import Query, read_query
from .results import Results
from .spelling import otherwise

__all__ = ["Found", "Query", "Results", "otherwise", "read_query", "search"]


def search(typed: str) -> Results:
    """What ``typed`` finds; of text without a word, nothing."""
    return Results(read_query(typed))
