"""What a guide wants in the bank, worked out without the bank: values by column, keys, digests, guesses.

Plain Python, so that the process that reads files can do it while the other one writes.
"""

from dataclasses import dataclass, field
from typing import Any

from questions.guides.document import Guide, Link, Question
from questions.guides.suggesting import TopicSuggester, kind_of
from questions.normal import name_key, one_line, question_key, url_key
from questions.vocabulary import Kind, Source, Status

from .digests import said_of_link, said_of_question, said_of_role
from .fitting import cut, fit


@dataclass(slots=True)
class Wanted:
    """One thing a guide speaks of.

    ``said`` holds what the guide states and nothing it leaves open; ``guessed`` what a new row has where the guide is
    silent; ``digest`` marks what was said, for the next import. Topics and section are names until the loader, which
    knows the bank, makes them ids.
    """

    key: str
    label: str
    digest: str
    said: dict[str, Any]
    guessed: dict[str, Any] = field(default_factory=dict)
    section: Any = None

    @property
    def values(self) -> dict[str, Any]:
        """The whole of a new row."""
        return self.said | {column: self.said[column] or guess for column, guess in self.guessed.items()}


@dataclass(slots=True)
class Prepared:
    """A guide ready to be loaded: ``guide`` without its questions and links, which stand beside it as what they want.

    ``digest`` is that of the file it was read from.
    """

    guide: Guide
    digest: str
    role: Wanted
    questions: list[Wanted]
    links: list[Wanted]


def prepare(guide: Guide, digest: str, suggester: TopicSuggester, *, as_draft: bool = False) -> Prepared:
    """Work out what ``guide`` wants. Drafts leave their status open. Raises GuideError for what no bank can hold."""
    guide = fit(guide)
    questions = [_question(question, guide, suggester) for question in guide.questions]
    links = [_link(link) for link in guide.links]
    role = _role(guide)
    guide.questions, guide.links = [], []
    if as_draft:
        for wanted in (role, *questions, *links):
            wanted.said["status"] = ""
            wanted.guessed["status"] = str(Status.DRAFT)
    return Prepared(guide, digest, role, questions, links)


def _question(question: Question, guide: Guide, suggester: TopicSuggester) -> Wanted:
    source = question.source if question.source.kind else guide.source
    said = {
        "text": question.text,
        "kind": str(question.kind),
        "purpose": question.purpose,
        "points": question.points,
        "pitfalls": question.pitfalls,
        "source_kind": str(source.kind),
        "source_name": source.name,
        "status": str(question.status),
        "reviewed_on": question.review.on,
        "reviewed_by": question.review.by,
        "follow_ups": list(question.follow_ups),
        "benchmarks": {str(level): text for level, text in question.benchmarks.items()},
        "topics": [name for name in (question.section, *question.topics) if name],
    }
    guessed: dict[str, Any] = {"kind": str(Kind.GENERAL), "source_kind": str(Source.IMPORTED)}
    if not guide.exact:
        guessed["kind"] = said["kind"] or str(kind_of(question.text) or Kind.GENERAL)
        guessed["topics"] = said["topics"] or suggester.topics_for(question.text)
    return Wanted(question_key(question.text), question.text, said_of_question(question), said, guessed, question.section)


def _link(link: Link) -> Wanted:
    said = {
        "title": link.title,
        "url": link.url,
        "kind": str(link.kind),
        "note": link.note,
        "status": str(link.status),
        "topics": list(link.topics),
    }
    return Wanted(url_key(link.url), link.title, said_of_link(link), said)


def _role(guide: Guide) -> Wanted:
    said = {
        "title": guide.title,
        "summary": guide.summary,
        "description": guide.description,
        "interview": guide.interview,
        "onet_soc_code": guide.onet_soc_code,
        "featured": guide.featured,
        "status": str(guide.status),
        "reviewed_on": guide.review.on,
        "reviewed_by": guide.review.by,
    }
    guessed = {} if guide.exact else {"summary": first_sentence(guide.description, limit=280)}
    return Wanted(name_key(guide.title), guide.title, said_of_role(guide), said, guessed)


def first_sentence(markdown: str, *, limit: int) -> str:
    """The first sentence of a description, for lists; cut at a word if it is longer than ``limit`` characters."""
    paragraph = one_line(markdown.strip().split("\n\n")[0])
    sentence, stop, _rest = paragraph.partition(". ")
    return cut(sentence + stop.strip(), limit)
