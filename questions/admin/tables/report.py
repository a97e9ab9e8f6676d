"""What an import would do, or why it cannot, in words: made from the resource and its result for the page to show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from import_export.results import Result, RowResult

from questions.vocabulary import Status

from .cells import text_of
from .entries import STATUS, Entry
from .resource import TableResource

# A page of them is looked through; of more, the numbers are told.
MOST_SHOWN = 200
# Longer texts are shown whole, before and after: comparing them word by word takes too long.
MOST_WORDS = 600


@dataclass(frozen=True)
class Fault:
    line: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Change:
    """A row that would write something: by column, what it takes away and puts in."""

    line: int
    name: str
    address: str  # "" for a new one
    parts: list[tuple[str, SafeString]]


class Report:
    def __init__(self, resource: TableResource, result: Result) -> None:
        self.resource, self.result = resource, result
        self.new = result.totals[RowResult.IMPORT_TYPE_NEW]
        self.changed = result.totals[RowResult.IMPORT_TYPE_UPDATE]
        self.unchanged = result.totals[RowResult.IMPORT_TYPE_SKIP]

    @property
    def is_refused(self) -> bool:
        return self.result.has_errors() or self.result.has_validation_errors()

    @property
    def faulty(self) -> int:
        """How many rows cannot be taken in."""
        return len({fault.line for fault in self._faults()})

    @property
    def faults(self) -> list[Fault]:
        return list(islice(self._faults(), MOST_SHOWN))

    def _faults(self) -> Iterator[Fault]:
        entries = self.resource.entries
        for row in sorted(self.result.invalid_rows, key=lambda row: row.number):
            for column, sentences in row.error_dict.items():
                shown = "" if column == "__all__" else column
                yield from (Fault(entries[row.number - 1].line, shown, sentence) for sentence in sentences)
        for error in self.result.error_rows:
            yield Fault(
                entries[error.number - 1].line, "", "The bank refused this row. Somebody may have saved the same: try again."
            )

    @property
    def changes(self) -> list[Change]:
        entries = (entry for entry in self.resource.entries if entry.writes or entry.moves)
        return [self._change(entry) for entry in islice(entries, MOST_SHOWN)]

    @property
    def more(self) -> int:
        """How many more rows write something than are shown."""
        return max(0, self.new + self.changed - MOST_SHOWN)

    @property
    def unchanged_lines(self) -> str:
        """The lines of the rows that change nothing: "2, 5–9"."""
        order = [(number, entry) for number, entry in enumerate(self.resource.entries)]
        runs: list[list[Any]] = []
        for number, entry in order:
            if entry.writes or entry.moves:
                continue
            if runs and runs[-1][0] == number - 1:
                runs[-1][0], runs[-1][2] = number, entry.line
            else:
                runs.append([number, entry.line, entry.line])
        return ", ".join(f"{first}" if first == last else f"{first}–{last}" for _number, first, last in runs)

    def _change(self, entry: Entry) -> Change:
        opts = self.resource.sort.model._meta
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[entry.pk]) if entry.pk else ""
        names = self.resource.names
        parts = []
        for column in self.resource.sort.columns:
            now = text_of(column.told(entry.before, names)) if entry.before else ""
            wanted = text_of(column.told(entry.wanted, names))
            if now != wanted:
                parts.append((column.name.replace("_", " "), difference(now, wanted)))
        if entry.moves:
            now = Status(entry.before["status"]).value if entry.before else Status.DRAFT.value
            parts.append((STATUS, difference(now, entry.status)))
        return Change(entry.line, str(entry), address, parts)


def difference(before: str, after: str) -> SafeString:
    """The two texts as one, with what goes struck out and what comes underlined, by words."""
    old, new = _words(before), _words(after)
    if len(old) > MOST_WORDS or len(new) > MOST_WORDS:
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return format_html_join("", "{}", ((_step(tag, old[a:b], new[c:d]),) for tag, a, b, c, d in steps))


def _step(tag: str, old: list[str], new: list[str]) -> SafeString:
    if tag == "equal":
        return format_html("{}", "".join(old))
    gone = format_html("<del>{}</del>", "".join(old)) if old else ""
    come = format_html("<ins>{}</ins>", "".join(new)) if new else ""
    return format_html("{}{}", gone, come)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
