"""What could not be read, or was read and not placed: an import would report it, too."""

from collections.abc import Iterator

from questions.lint.bank import Bank
from questions.lint.findings import Finding

RULE = "reading"


def check(bank: Bank) -> Iterator[Finding]:
    yield from bank.unreadable
    yield from bank.unplaced
    for entry in bank.entries:
        for note in entry.guide.notes:
            yield Finding(entry.path, note.line, RULE, f"{note.reason}{f': {note.text[:80]}' if note.text else ''}")
