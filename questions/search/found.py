"""Things found, in an order of our own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Self, overload

from django.db.models import Model, QuerySet

from questions.models.listed import listed
from questions.models.prepared import Prepared

# Gets the rows of ``keys``.
Rows = Callable[..., Iterable[Any]]


class Found(Sequence[Any]):
    """``keys`` of things, the best first; their rows are read when some of them are asked for.

    Args:
        rows: gets the rows of ``keys``, with whatever counts and relations the page needs.
        keys: which, in order.
        more: whether there are more than were looked for.
        by: the other name by which a thing was found, where it was not its own; rows have it as ``found_by``.
        kinds: of things that have one, the kind of each key.
    """

    def __init__(
        self,
        rows: Rows,
        keys: Sequence[int] = (),
        *,
        more: bool = False,
        by: dict[int, str] | None = None,
        kinds: dict[int, str] | None = None,
    ) -> None:
        self.rows = rows
        self.keys = list(keys)
        self.more = more
        self.by = by or {}
        self.kinds = kinds or {}

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Model]:
        return iter(self[:])

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self[place : place + 1 or None][0]
        keys = self.keys[place]
        rows = {row.pk: row for row in self.rows(keys=keys)} if keys else {}
        for key, row in rows.items():
            row.found_by = self.by.get(key, "")
        # Between two queries a thing may have gone.
        return [rows[key] for key in keys if key in rows]

    def among(self, things: "QuerySet[Any]") -> Self:
        """Those that ``things`` has as well."""
        return self._only(things.filter(pk__in=listed(self.keys)).values_list("pk", flat=True) if self.keys else ())

    def left_by(self, narrowing: Prepared, **arguments: str) -> Self:
        """Those that ``narrowing`` leaves of ``keys``."""
        return self._only(narrowing(keys=self.keys, **arguments) if self.keys else ())

    def of_kind(self, kind: str) -> Self:
        """Those of ``kind``."""
        return self._only([key for key in self.keys if self.kinds[key] == kind])

    def read_from(self, rows: Rows) -> Self:
        """The same, with rows as ``rows`` gets them."""
        return type(self)(rows, self.keys, more=self.more, by=self.by, kinds=self.kinds)

    def _only(self, keys: "QuerySet[Any] | Sequence[int]") -> Self:
        left = set(keys)
        keys = [key for key in self.keys if key in left]
        return type(self)(self.rows, keys, more=self.more, by=self.by, kinds=self.kinds)
