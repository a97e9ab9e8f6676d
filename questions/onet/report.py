"""What came of an import."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """How many roles were ``made`` and ``changed``, how many other ``titles`` they got; ``notices`` a line each.

    ``unmatched`` occupations have no role; of ``removed`` ones an editor deleted it, and no other is made.
    """

    made: int = 0
    changed: int = 0
    titles: int = 0
    unmatched: int = 0
    removed: int = 0
    notices: list[str] = field(default_factory=list)
