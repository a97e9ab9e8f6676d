"""Where two sequences agree, at a cost that has a limit whatever they hold.

The greedy search of Myers, "An O(ND) Difference Algorithm" (1986): it walks outwards from no change at all, so alike sequences
are done at once, and it can be told to stop. Python's own difflib takes quadratic to cubic time on repetitive texts.
"""

from collections.abc import Iterator, Sequence

type Run[T] = tuple[bool, Sequence[T], Sequence[T]]


def aligned[T](old: Sequence[T], new: Sequence[T], most: int) -> Iterator[Run[T]]:
    """Runs (same, part of ``old``, part of ``new``) that make up both in their order; same and changed ones take turns.

    If more than ``most`` elements came or went, the middle is one changed run: what stands at both ends alike is still found.
    """
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    agreed = [(first + start, second + start, size) for first, second, size in _agreed(inner_old, inner_new, most)]
    agreed = [(0, 0, start), *agreed, (len(old) - end, len(new) - end, end)]
    x = y = 0
    for first, second, size in agreed:
        if first > x or second > y:
            yield False, old[x:first], new[y:second]
        x, y = first + size, second + size
        if size:
            yield True, old[first:x], new[second:y]


def _shared(one: Sequence, other: Sequence) -> int:
    """How many elements at the beginning are the same."""
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number


def _agreed(old: Sequence, new: Sequence, most: int) -> list[tuple[int, int, int]]:
    """Where equal stretches begin in both, and how long they are; [] if more than ``most`` elements differ."""
    reached = {1: 0}  # on each diagonal (place in old minus place in new), how far into old the search has come
    steps = []
    for edits in range(min(most, len(old) + len(new)) + 1):
        steps.append(reached.copy())
        for diagonal in range(-edits, edits + 1, 2):
            x = reached[diagonal + 1] if _adds(reached, diagonal, edits) else reached[diagonal - 1] + 1
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            reached[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _walked_back(steps, len(old), len(new))
    return []


def _adds(reached: dict[int, int], diagonal: int, edits: int) -> bool:
    """Whether the last edit towards ``diagonal`` added an element of the new sequence, rather than removing an old one."""
    return diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])


def _walked_back(steps: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int, int]]:
    found = []
    for edits, reached in reversed(list(enumerate(steps))):
        diagonal = x - y
        adds = _adds(reached, diagonal, edits)
        before = diagonal + 1 if adds else diagonal - 1
        old_x = reached[before]
        begin = old_x if adds else old_x + 1
        if x > begin:
            found.append((begin, begin - diagonal, x - begin))
        x, y = old_x, old_x - before
    return found[::-1]
