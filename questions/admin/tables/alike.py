"""Questions a table brings that read much like one the bank has: said in its report, and noted when it was imported."""

from questions.editorial.duplicates import arriving
from questions.editorial.duplicates.arriving import Arrivals
from questions.models import Question

from .entries import STATUS, Entry
from .report import Report


def look(report: Report) -> Arrivals:
    """What the new questions of a report resemble; nothing is noted."""
    return arriving.look([entry.wanted["text"] for entry in _questions(report) if entry.pk is None])


def note(report: Report) -> Arrivals:
    """What the questions resemble that were imported just now, those with another text too; the pairs are noted."""
    came = [entry for entry in _questions(report) if entry.wanted["text"] != entry.before.get("text")]
    return arriving.note([entry.wanted["text"] for entry in came])


def _questions(report: Report) -> list[Entry]:
    if report.resource.sort.model is not Question:
        return []
    # A row that may not be published yet is still worth comparing: its twin is perhaps why.
    return [entry for entry in report.resource.entries if entry.wanted and not set(entry.faults) - {STATUS}]
