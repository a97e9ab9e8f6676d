"""Finding things by words: ``search(query)`` is the whole interface, whatever index stands behind it."""

from .plain import search
from .results import Results

__all__ = ["Results", "search"]
