"""Which pages are kept, and what of a query string makes one page another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict

LONGEST = 100  # characters of a value; a longer one makes no sense to any of these pages


@dataclass(frozen=True, slots=True)
class Kept:
    """``names`` are the parameters a page knows. With one of ``passing`` it is made for who asks, and not kept."""

    names: tuple[str, ...]
    passing: frozenset[str]

    def query(self, asked: QueryDict) -> str | None:
        """What of ``asked`` makes a difference, in one order whatever else stands there; None if the page is not kept."""
        if not asked:
            return ""
        if any(name in asked for name in self.passing):
            return None
        found = [(name, asked[name]) for name in self.names if asked.get(name)]
        return urlencode(found) if all(len(value) <= LONGEST for _name, value in found) else None


def kept(*names: str, passing: Iterable[str] = ()) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let the page of a view be rendered once an edition for each value of the parameters ``names``.

    Only for views whose page is made of the bank and the address alone: no cookie, no account, no chance.
    """

    def mark(view: Any) -> Any:
        view.kept = Kept(names, frozenset(passing))
        return view

    return mark
