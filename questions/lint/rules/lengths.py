"""No text that is too short to say something or too long to read on a phone."""

from collections.abc import Iterator

from questions.guides.document import Guide
from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import parts

RULE = "lengths"


def check(bank: Bank) -> Iterator[Finding]:
    for entry in bank.entries:
        for line, part, text in [*_of_role(entry.guide), *_of_links(entry.guide)]:
            if fault := _fault(part, text, bank):
                yield Finding(entry.path, line, RULE, fault)
    for path, question in bank.places():
        for part, text in [("question", question.text), *parts(question)]:
            if text and (fault := _fault(part, text, bank)):
                yield Finding(path, question.line, RULE, fault)


def _of_role(guide: Guide) -> list[tuple[int, str, str]]:
    if guide.roles is not None:
        return []
    return [(1, "summary", guide.summary), (1, "description", guide.description), (1, "interview", guide.interview)]


def _of_links(guide: Guide) -> list[tuple[int, str, str]]:
    return [(link.line, "note", link.note) for link in guide.links]


def _fault(part: str, text: str, bank: Bank) -> str:
    least, most = bank.limits.lengths[part]
    if least <= len(text) <= most:
        return ""
    return f"the {part} has {len(text)} characters, {least} to {most} are good{f': {text[:60]}' if text else ''}"
