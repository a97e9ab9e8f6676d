"""A guide as plain data: what the reader makes of a file and what the writer turns back into one.

Nothing here knows Django or the database. Text fields are Markdown unless said otherwise; an empty string means
"the guide does not say". ``line`` numbers count from 1 and never take part in comparisons.
"""

import dataclasses as dc
from dataclasses import dataclass
from datetime import date

from questions.vocabulary import Level, LinkKind, Status, TitleKind


@dataclass(slots=True)
class Provenance:
    """Where a question comes from: ``kind`` is a value of vocabulary.Source or "", ``name`` plain text."""

    kind: str = ""
    name: str = ""


@dataclass(slots=True)
class Review:
    """Who looked at a thing last, and when. ``by`` is plain text."""

    on: date | None = None
    by: str = ""


@dataclass(slots=True)
class Question:
    text: str  # plain text, one line
    kind: str = ""  # a value of vocabulary.Kind, or "" (the wording decides when it is loaded)
    section: str = ""  # the topic heading the question stands under, plain text
    topics: list[str] = dc.field(default_factory=list)  # beside the heading's
    purpose: str = ""
    points: str = ""
    follow_ups: list[str] = dc.field(default_factory=list)  # plain text, one line each
    pitfalls: str = ""
    benchmarks: dict[Level, str] = dc.field(default_factory=dict)
    source: Provenance = dc.field(default_factory=Provenance)  # empty: the guide's own
    review: Review = dc.field(default_factory=Review)
    status: Status = Status.PUBLISHED
    line: int = dc.field(default=0, compare=False)


@dataclass(slots=True)
class Link:
    """A resource. ``title`` is plain text on one line; ``note`` says in plain text what it is good for."""

    title: str
    url: str
    kind: LinkKind = LinkKind.OTHER
    note: str = ""
    topics: list[str] = dc.field(default_factory=list)
    status: Status = Status.PUBLISHED
    line: int = dc.field(default=0, compare=False)


@dataclass(slots=True)
class AltTitle:
    name: str  # plain text, one line
    kind: TitleKind = TitleKind.ALTERNATE


@dataclass(slots=True)
class Note:
    """Something the reader could not place, left out on purpose or repaired; never dropped in silence."""

    line: int
    reason: str
    text: str = ""


@dataclass(slots=True)
class Guide:
    """One role's guide, or, where ``roles`` is a list, questions and links shared by the roles it names."""

    title: str  # plain text, one line; "" only in a shared guide
    field: str = ""
    group: str = ""
    slug: str = ""  # "" lets the bank choose
    former_slugs: list[str] = dc.field(default_factory=list)
    also_called: list[AltTitle] = dc.field(default_factory=list)
    onet_soc_code: str = ""
    featured: bool = False
    summary: str = ""  # plain text, one line
    description: str = ""
    interview: str = ""  # what the interview usually looks like
    status: Status = Status.PUBLISHED
    review: Review = dc.field(default_factory=Review)
    source: Provenance = dc.field(default_factory=Provenance)  # of every question that does not name its own
    roles: list[str] | None = None  # "Title", "Group/Title", "Group/*" or "Field/*/*" each
    role_lines: dict[str, int] = dc.field(default_factory=dict, compare=False)  # where each of them stands
    questions: list[Question] = dc.field(default_factory=list)
    links: list[Link] = dc.field(default_factory=list)
    notes: list[Note] = dc.field(default_factory=list, compare=False)
    exact: bool = dc.field(default=False, compare=False)  # "format: 1": what it does not say is empty, not left to be guessed


class GuideError(Exception):
    """A file that cannot be read as a guide: ``line`` (0: the file as a whole) and the reason, a sentence for people."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
