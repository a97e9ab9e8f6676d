"""Digests: short marks by which two states of a thing are known to be the same. 32 hexadecimal digits each."""

from hashlib import blake2b
from typing import Any

from questions.guides.document import Guide, Link, Question


def digest_of(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def digest_values(values: Any) -> str:
    """The digest of plain data: dictionaries in any order, lists, text, numbers, dates."""
    return digest_of(_canonical(values).encode("utf-8", "surrogatepass"))


def _canonical(values: Any) -> str:
    # A third of the time of JSON with sorted keys, and an import makes a hundred thousand digests.
    if isinstance(values, dict):
        return f"{{{','.join(f'{key!r}:{_canonical(value)}' for key, value in sorted(values.items()))}}}"
    return repr(values)


def said_of_question(question: Question) -> str:
    """What a guide says about a question, its place under a heading included."""
    q = question
    return digest_values(
        [
            [q.text, q.kind, q.section, q.topics, q.purpose, q.points, q.pitfalls, q.follow_ups, q.benchmarks],
            [q.source.kind, q.source.name, q.review.on, q.review.by, q.status],
        ]
    )


def said_of_link(link: Link) -> str:
    return digest_values([link.title, link.url, link.kind, link.note, link.topics, link.status])


def said_of_role(guide: Guide) -> str:
    """What a guide says about its role itself, without titles, questions and links."""
    g = guide
    return digest_values(
        [g.title, g.summary, g.description, g.interview, g.onet_soc_code, g.status, g.featured, g.review.on, g.review.by]
    )
