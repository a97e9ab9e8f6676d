"""What a guide wants in the bank, in the bank's own terms: columns, topic ids, keys."""

from dataclasses import dataclass
from typing import Any

from questions.guides.document import Guide, Link, Question
from questions.guides.suggesting import kind_of
from questions.normal import name_key, one_line, question_key, url_key
from questions.vocabulary import Kind, Source, Status

from .digests import said_of_link, said_of_question, said_of_role
from .fitting import cut
from .registry import Registry


@dataclass(slots=True)
class Wanted:
    """One thing a guide speaks of.

    ``said`` holds what the guide states and nothing it leaves open; ``values`` is the whole of a new row, what was left
    open filled in (guessed, unless the guide is exact); ``digest`` marks what was said, for the next import. Drafts leave
    their status open.
    """

    key: str
    label: str
    digest: str
    said: dict[str, Any]
    values: dict[str, Any]
    section: int | None = None


def wanted_question(question: Question, guide: Guide, registry: Registry, *, as_draft: bool) -> Wanted:
    section = registry.topic(question.section) if question.section else None
    topics = {registry.topic(name) for name in [question.section, *question.topics] if name}
    source = question.source if question.source.kind else guide.source
    said = {
        "text": question.text,
        "kind": str(question.kind),
        "purpose": question.purpose,
        "points": question.points,
        "pitfalls": question.pitfalls,
        "source_kind": str(source.kind),
        "source_name": source.name,
        "status": "" if as_draft else str(question.status),
        "reviewed_on": question.review.on,
        "reviewed_by": question.review.by,
        "follow_ups": list(question.follow_ups),
        "benchmarks": {str(level): text for level, text in question.benchmarks.items()},
        "topics": sorted(topics),
    }
    values = said | {
        "kind": said["kind"] or str((not guide.exact and kind_of(question.text)) or Kind.GENERAL),
        "source_kind": said["source_kind"] or str(Source.IMPORTED),
        "status": said["status"] or str(Status.DRAFT),
        "topics": said["topics"] or ([] if guide.exact else sorted(registry.suggested_topics(question.text))),
    }
    return Wanted(question_key(question.text), question.text, said_of_question(question), said, values, section)


def wanted_link(link: Link, registry: Registry, *, as_draft: bool) -> Wanted:
    said = {
        "title": link.title,
        "url": link.url,
        "kind": str(link.kind),
        "note": link.note,
        "status": "" if as_draft else str(link.status),
        "topics": sorted({registry.topic(name) for name in link.topics}),
    }
    values = said | {"status": said["status"] or str(Status.DRAFT)}
    return Wanted(url_key(link.url), link.title, said_of_link(link), said, values)


def wanted_role(guide: Guide, *, as_draft: bool) -> Wanted:
    said = {
        "title": guide.title,
        "summary": guide.summary,
        "description": guide.description,
        "interview": guide.interview,
        "onet_soc_code": guide.onet_soc_code,
        "featured": guide.featured,
        "status": "" if as_draft else str(guide.status),
        "reviewed_on": guide.review.on,
        "reviewed_by": guide.review.by,
    }
    values = said | {
        "summary": guide.summary or ("" if guide.exact else first_sentence(guide.description, limit=280)),
        "status": said["status"] or str(Status.DRAFT),
    }
    return Wanted(name_key(guide.title), guide.title, said_of_role(guide), said, values)


def first_sentence(markdown: str, *, limit: int) -> str:
    """The first sentence of a description, for lists; cut at a word if it is longer than ``limit`` characters."""
    paragraph = one_line(markdown.strip().split("\n\n")[0])
    sentence, stop, _rest = paragraph.partition(". ")
    return cut(sentence + stop.strip(), limit)
