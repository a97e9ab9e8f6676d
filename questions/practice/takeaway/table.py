"""The role as a table for spreadsheets: CSV, one question a row, in columns that the bank's own importer knows."""

import csv
import io
import re

from questions.guides.document import Provenance, Review
from questions.guides.native import values
from questions.models import RoleQuestion
from questions.vocabulary import Level

from .extract import Extract, Made

# Without it Excel takes UTF-8 for an older encoding.
_BYTE_ORDER_MARK = "\ufeff"
# What makes a spreadsheet compute a cell instead of showing it, in East Asian width too.
_COMPUTES = tuple("=+-@\t\r\n＝＋－＠")
_DASH_OR_PLUS = re.compile(r"^[-+](?=\s)", re.MULTILINE)


def make(extract: Extract) -> Made:
    """The CSV text: UTF-8 with a byte order mark, commas, CRLF."""
    rows = [_row(extract, place) for place in extract.places]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, _HEADER)
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in rows)
    return Made((_BYTE_ORDER_MARK + text.getvalue()).encode())


_HEADER = [
    *("id", "role", "group", "field", "section", "question", "kind", "topics", "purpose", "points", "follow-up", "avoid"),
    *(level.value for level in Level),
    *("source", "reviewed", "url"),
]


def _row(extract: Extract, place: RoleQuestion) -> dict[str, str]:
    question = place.question
    return {
        "id": str(question.pk),
        "role": extract.role.title,
        "group": extract.role.group.name,
        "field": extract.role.group.field.name,
        "section": place.section.name if place.section else "",
        "question": question.text,
        "kind": question.kind,
        "topics": _names([topic.name for topic in question.topics.all()]),
        "purpose": question.purpose,
        "points": question.points,
        "follow-up": "\n".join(probe.text for probe in question.follow_ups.all()),
        "avoid": question.pitfalls,
        **{benchmark.level: benchmark.text for benchmark in question.benchmarks.all()},
        "source": values.provenance_text(Provenance(question.source_kind, question.source_name)),
        "reviewed": values.review_text(Review(question.reviewed_on, question.reviewed_by)),
        "url": extract.url_of(question),
    }


def _names(names: list[str]) -> str:
    """``names`` with semicolons between them; one behind a single name whose comma would be taken for one."""
    return f"{names[0]};" if len(names) == 1 and "," in names[0] else "; ".join(names)


def harmless(cell: str) -> str:
    """``cell`` as a text that no spreadsheet computes.

    A list gets asterisks, which mean the same in Markdown and stay readable; anything else an apostrophe in front.
    """
    if cell.startswith(("- ", "+ ")):
        return _DASH_OR_PLUS.sub("*", cell)
    return f"'{cell}" if cell.startswith(_COMPUTES) else cell
