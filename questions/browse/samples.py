"""A few things made up in memory for the style guide. They have the attributes that templates ask for, and no rows."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Paginator

from questions.models import Group, ResourceLink, Role, Topic
from questions.vocabulary import Kind, Level, Source

from .contents import contents_of
from .outline import Section


def sample_bank() -> dict[str, Any]:
    """What the includes of the style guide take, by the names they take it under."""
    topics = [Topic(name=name, slug=name.lower().replace(" ", "-")) for name in ("Storytime", "Local history", "Accessibility")]
    sections = [Section(topic, first, total) for topic, first, total in zip(topics, (0, 12, 21), (12, 9, 3), strict=True)]
    page = Paginator(range(24), 8).page(2)
    counts = [(Kind.BEHAVIORAL, 13), (Kind.SITUATIONAL, 8), (Kind.TO_ASK, 3)]
    return {
        "role": _role("Children's Librarian", "Helps children find the next book, and their parents the first one."),
        "roles": [
            _role("Archivist", "Keeps what was written, and finds it again."),
            _role("أمين مكتبة", "يأخذ الخدمات إلى الناس."),
        ],
        "topics": topics,
        "contents": contents_of(sections, page, {}),
        "outline": SimpleNamespace(kind_counts=counts, on_topic_total=24),
        "kind": Kind.SITUATIONAL,
        "filters": {},
        "page": page,
        "question": _question(1, "Tell us about a storytime that fell apart.", **_KNOWN),
        "closed": _question(3, "How do you plan a year of storytimes?", **_KNOWN),
        "bare": _question(2, "Why this library?"),
        "links": [ResourceLink(url="https://www.ala.org/", title="A library association", note="Read its code of ethics first.")],
    }


def _role(title: str, summary: str) -> Role:
    role = Role(title=title, slug="sample", summary=summary, group=Group(name="Librarianship", slug="librarianship"))
    role.question_count = 24  # type: ignore[attr-defined]
    return role


def _question(pk: int, text: str, **known: Any) -> SimpleNamespace:
    nothing = dict.fromkeys(("purpose", "points", "pitfalls", "source_name", "reviewed_on", "reviewed_by"), "")
    return SimpleNamespace(
        **{"follow_ups": {}, "benchmarks": {}, **nothing, **known},
        pk=pk,
        text=text,
        get_absolute_url=f"/questions/{pk}/",
        get_kind_display=Kind.BEHAVIORAL.label,
        get_source_kind_display=Source.IMPORTED.label,
    )


_LEVELS = {Level.ENTRY: "One fix, made on the spot.", Level.MID: "A plan B, packed.", Level.SENIOR: "A team that has one."}
_KNOWN = {
    "purpose": "It shows what you do when *nobody* follows the plan.",
    "points": "- What you saw first\n- What you dropped, and what you kept\n- What you packed the next time",
    "pitfalls": "Blaming the parents.",
    "follow_ups": {"all": [{"text": "What did you say to the children?"}, {"text": "Whom did you ask afterwards?"}]},
    "benchmarks": {"all": [{"get_level_display": level.label, "text": text} for level, text in _LEVELS.items()]},
    "source_name": "A guide",
    "reviewed_on": date(2026, 11, 1),
    "reviewed_by": "Erin",
}
