"""What an import did, guide by guide and in sum."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from questions.guides.document import Note

MOST_PROBLEMS = 200
LONGEST_PROBLEM = 500  # characters


@dataclass(slots=True)
class Outcome:
    """What became of one guide. ``counts`` are of things: "questions new", "links shared", …"""

    path: Path
    title: str
    role_was: str = ""  # added, changed, unchanged; "" for a guide that has no role of its own
    counts: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)  # editors' changes the import left alone, a sentence each
    notes: list[Note] = field(default_factory=list)
    role: int | None = None  # the guide's own role; after a dry run there may be no such row
    new_questions: list[str] = field(default_factory=list)  # their texts

    def problems(self) -> list[str]:
        """What was kept and what was not placed, a line each, the first 200 of them."""
        lines = [f"kept: {what}" for what in self.kept[:MOST_PROBLEMS]]
        lines += [_in_line(note) for note in self.notes[: MOST_PROBLEMS - len(lines)]]
        return [line if len(line) <= LONGEST_PROBLEM else f"{line[: LONGEST_PROBLEM - 1]}…" for line in lines]

    def in_words(self) -> str:
        """What became of its questions and resources, such as "4 questions new, 1 questions shared"."""
        parts = [f"{number} {what}" for what, number in sorted(self.counts.items()) if number]
        return ", ".join([*parts, *([f"{len(self.kept)} kept"] if self.kept else [])]) or "nothing to do"


@dataclass(slots=True)
class Failure:
    """A file that was not imported."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"

    def in_file(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


@dataclass(slots=True)
class Report:
    outcomes: list[Outcome] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    taxonomy: list[Outcome] = field(default_factory=list)  # topics.yaml and catalogue.yaml

    def summary(self) -> list[tuple[str, str]]:
        """The rows of the table at the end of an import: what, and how many."""
        everything = self.taxonomy + self.outcomes
        total: Counter[str] = Counter()
        for outcome in everything:
            total.update(outcome.counts)
        roles = Counter(outcome.role_was for outcome in self.outcomes)
        return [
            ("guides", f"{len(self.outcomes)} read, {len(self.failures)} not read"),
            ("roles", _in_words(roles, "added", "changed", "unchanged")),
            ("questions", _in_words(total, "new", "changed", "shared", "unchanged", of="questions")),
            ("resources", _in_words(total, "new", "changed", "shared", "unchanged", of="links")),
            ("topics", _in_words(total, "new", "changed", "unchanged", of="topics")),
            ("editors' changes kept", str(sum(len(outcome.kept) for outcome in everything))),
            ("things not placed", str(sum(len(outcome.notes) for outcome in everything))),
        ]

    def new_questions(self) -> list[str]:
        """The texts of the questions the bank did not have, in the order they came."""
        return [text for outcome in self.outcomes for text in outcome.new_questions]

    def details(self) -> list[str]:
        """A line for each thing kept and each thing not placed, with its file and line."""
        everything = self.taxonomy + self.outcomes
        lines = [f"{outcome.path}: kept: {what}" for outcome in everything for what in outcome.kept]
        for outcome in everything:
            for note in outcome.notes:
                quoted = f": {note.text}" if note.text else ""
                lines.append(f"{outcome.path}:{note.line}: {note.reason}{quoted}")
        return lines


def _in_line(note: Note) -> str:
    place = f"line {note.line}: " if note.line else ""
    return f"{place}{note.reason}{f': {note.text}' if note.text else ''}"


def _in_words(counts: Counter[str], *states: str, of: str = "") -> str:
    return ", ".join(f"{counts[f'{of} {state}'.strip()]} {state}" for state in states)
