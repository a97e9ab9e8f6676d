"""What a good answer covers, taken apart: editors write it as a list, one part an item."""

import re

_ITEM = re.compile(r"^(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)$", re.MULTILINE)


def parts_of(points: str) -> list[str]:
    """The items of ``points`` (Markdown) as they are written; none where it is anything but one plain list."""
    lines = [line for line in points.splitlines() if line.strip()]
    items = [_ITEM.match(line) for line in lines]
    return [item[1] for item in items if item] if all(items) else []


def count_parts(points: str) -> int:
    """How many items stand in the lists of ``points``, those of lists inside lists aside."""
    return len(_ITEM.findall(points))
