"""The short values of labels and front matter, each read and written here: dates, sources, lists of names, closed words."""

import re
from datetime import date

from questions.guides import inline
from questions.guides.document import Provenance, Review
from questions.normal import one_line
from questions.vocabulary import Kind, LinkKind, Source, Status, Word

_KINDS = {
    Kind.BEHAVIORAL: "behavioural, behavior, behaviour, behavior based, behaviour based, competency, "
    "competency based, star, past behavior",
    Kind.SITUATIONAL: "situation, situation based, hypothetical, scenario, scenarios, scenario based, case, case based",
    Kind.KNOWLEDGE: "job knowledge, technical, tech, theory, theoretical, conceptual, domain knowledge, "
    "role specific, job specific",
    Kind.EXPERIENCE: "experience based, background, work history, work experience, resume, cv",
    Kind.MOTIVATIONAL: "motivation, motivation and fit, culture, cultural fit, culture fit, culture add, fit, values, "
    "personal fit",
    Kind.GENERAL: "common, basic, introductory, opening, icebreaker, warm up, open ended, personal",
    Kind.TO_ASK: "to ask the employer, to ask, ask the employer, for the employer, for the interviewer, reverse, candidate",
}
_KIND_NAMES = {name: kind for kind, names in _KINDS.items() for name in names.split(", ")}
_LINK_KINDS = {
    "associations": LinkKind.ASSOCIATION,
    "toolkits": LinkKind.TOOLKIT,
    "guide": LinkKind.TOOLKIT,
    "course": LinkKind.TRAINING,
}

_REVIEW = re.compile(r"(?P<on>\d{4}-\d{2}-\d{2})?\s*(?:\bby\s+(?P<by>\S.*))?")
_PROVENANCE = re.compile(rf"(?P<kind>{'|'.join(source.value for source in Source)})?\s*(?:\((?P<name>.*)\))?", re.IGNORECASE)
_LISTED = re.compile(r"(?:\\.|[^\\,])+", re.DOTALL)


def word[W: Word](words: type[W], text: str) -> W | None:
    """The word of a closed list that ``text`` names by value or label."""
    text = one_line(text).casefold().rstrip(".")
    return next((one for one in words if text in (one.value, one.label.casefold())), None)


def kind(text: str) -> Kind | None:
    """The kind of question that ``text`` names in any of the usual terms."""
    name = one_line(text).casefold().rstrip(".:")
    name = one_line(re.sub(r"\bquestions?\b", "", name.replace("-", " ")))
    return word(Kind, text) or word(Kind, name) or _KIND_NAMES.get(name)


def link_kind(text: str) -> LinkKind | None:
    """The kind of resource that ``text`` names."""
    return word(LinkKind, text) or _LINK_KINDS.get(one_line(text).casefold())


def status(text: str) -> Status | None:
    """The status that ``text`` names."""
    return word(Status, text)


def review(text: str) -> Review | None:
    """A review written as "2026-11-01 by Name"; either part may be missing, None if there is neither or no such day."""
    match = _REVIEW.fullmatch(text.strip())
    if not match or not match[0]:
        return None
    try:
        return Review(date.fromisoformat(match["on"]) if match["on"] else None, match["by"] or "")
    except ValueError:
        return None


def review_text(review: Review) -> str:
    """What ``review`` reads: plain text, "" for no review."""
    return one_line(f"{review.on.isoformat() if review.on else ''} {f'by {review.by}' if review.by else ''}")


def provenance(text: str) -> Provenance | None:
    """A source written as "written" or "imported (some name)"; None for anything else."""
    match = _PROVENANCE.fullmatch(text.strip())
    if not match or not match[0]:
        return None
    return Provenance((match["kind"] or "").lower(), (match["name"] or "").strip())


def provenance_text(provenance: Provenance) -> str:
    """What ``provenance`` reads: plain text, "" for none."""
    return f"{provenance.kind} {f'({provenance.name})' if provenance.name else ''}".strip()


def names(markdown: str) -> list[str]:
    """Names separated by commas, each as plain text; "\\," is a comma within a name. Semicolons and lines separate too."""
    markdown = re.sub(r"^[ \t]*[-*+][ \t]+", "", markdown, flags=re.MULTILINE)
    found = []
    for line in markdown.split("\n"):
        line = line if "," in line else re.sub(r"(?<!\\);(?=\s)", ",", line)
        found += [inline.plain(name) for name in _LISTED.findall(line)]
    return [name for name in found if name]


def names_text(names: list[str]) -> str:
    """``names`` as inline Markdown that ``names`` reads back."""
    return ", ".join(inline.escape(name).replace(",", "\\,").replace(";", "\\;") for name in names)
