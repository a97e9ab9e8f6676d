"""The normal form of a guide: what a guide looks like once it has been written out and read back.

* Plain text fields stand on one line with single spaces, without control characters.
* Markdown fields have "\\n" line ends, empty blank lines, no white space around them and no control characters.
* Lists hold no empty and no second entry; a question whose text stands in the guide already is left out with a note,
  and so is a link without an http(s) address or with one that is there already.
* A slug, a kind or a source that is none becomes "".

``tidy`` is idempotent, and ``read_guide(write_guide(guide)) == guide`` for every guide it has been through.
"""

import re
from urllib.parse import urlsplit

from questions.guides.document import AltTitle, Guide, Link, Note, Provenance, Question, Review
from questions.guides.text import clean
from questions.normal import name_key, one_line, question_key, url_key
from questions.vocabulary import Kind, LinkKind, Source, Status, TitleKind

_SOURCES, _KINDS = frozenset(Source), frozenset(Kind)
_UNSAFE_IN_URL = re.compile(r"[\s\"<>\\^`{|}]")


def tidy(guide: Guide) -> Guide:
    """The normal form of ``guide``: a new guide; what is left out stands in its notes."""
    notes = list(guide.notes)
    return Guide(
        title=line(guide.title),
        field=line(guide.field),
        group=line(guide.group),
        slug=line(guide.slug),
        former_slugs=_distinct(guide.former_slugs),
        also_called=_titles(guide.also_called),
        onet_soc_code=line(guide.onet_soc_code),
        featured=bool(guide.featured),
        summary=line(guide.summary),
        description=markdown(guide.description),
        interview=markdown(guide.interview),
        status=Status(guide.status),
        review=_review(guide.review),
        source=_provenance(guide.source),
        roles=None if guide.roles is None else _distinct(guide.roles),
        role_lines={line(name): number for name, number in guide.role_lines.items()},
        questions=_questions(guide.questions, notes),
        links=_links(guide.links, notes),
        notes=notes,
    )


def line(text: str) -> str:
    """The normal form of a plain text field."""
    if not text:
        return text
    return one_line(text) if text.isascii() and text.isprintable() else one_line(clean(text))


def markdown(text: str) -> str:
    """The normal form of a Markdown field."""
    if not text:
        return text
    return "\n".join(one if one.strip() else "" for one in clean(text).strip().split("\n"))


def url(text: str) -> str:
    """The normal form of an address: "" where it is none with http or https, and what no address may hold percent-encoded."""
    return _address(text)[0]


def _address(text: str) -> tuple[str, str]:
    """The normal form of an address and its key, or two empty strings."""
    text = clean(text).replace("\n", "").strip()
    if _UNSAFE_IN_URL.search(text):
        text = _UNSAFE_IN_URL.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)
    try:
        return text, url_key(text)
    except ValueError:
        return "", ""


def _distinct(names: list[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in map(line, names):
        if name:
            found.setdefault(name_key(name), name)
    return list(found.values())


def _titles(titles: list[AltTitle]) -> list[AltTitle]:
    found: dict[str, AltTitle] = {}
    for title in titles:
        if name := line(title.name):
            found.setdefault(name_key(name), AltTitle(name, TitleKind(title.kind)))
    return list(found.values())


def _review(review: Review) -> Review:
    return Review(review.on, line(review.by))


def _provenance(provenance: Provenance) -> Provenance:
    kind = provenance.kind if provenance.kind in _SOURCES else ""
    return Provenance(str(kind), line(provenance.name))


def _questions(questions: list[Question], notes: list[Note]) -> list[Question]:
    found: dict[str, Question] = {}
    for question in questions:
        text = line(question.text)
        if not text:
            continue
        first = found.setdefault(question_key(text), question)
        if first is not question:
            notes.append(Note(question.line, f"the same question stands on line {first.line} already", text))
            continue
        found[question_key(text)] = Question(
            text=text,
            kind=str(question.kind) if question.kind in _KINDS else "",
            section=line(question.section),
            topics=_distinct(question.topics),
            purpose=markdown(question.purpose),
            points=markdown(question.points),
            follow_ups=_distinct(question.follow_ups),
            pitfalls=markdown(question.pitfalls),
            benchmarks={level: value for level, text in question.benchmarks.items() if (value := markdown(text))},
            source=_provenance(question.source),
            review=_review(question.review),
            status=Status(question.status),
            line=question.line,
        )
    return list(found.values())


def _links(links: list[Link], notes: list[Note]) -> list[Link]:
    found: dict[str, Link] = {}
    for link in links:
        address, key = _address(link.url)
        if not address:
            notes.append(Note(link.line, "the link has no http or https address", f"{link.title} {link.url}".strip()))
            continue
        if key in found:
            notes.append(Note(link.line, f"the same address stands on line {found[key].line} already", address))
            continue
        found[key] = Link(
            title=line(link.title) or urlsplit(address).hostname or address,
            url=address,
            kind=LinkKind(link.kind),
            note=line(link.note),
            topics=_distinct(link.topics),
            status=Status(link.status),
            line=link.line,
        )
    return list(found.values())
