"""No question without its guidance: kind, topics, purpose, points, follow-ups, a pitfall, and all three levels or none."""

from collections.abc import Iterator

from questions.guides.document import Question
from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.limits import Limits
from questions.lint.text import points
from questions.vocabulary import Level

RULE = "guidance"


def check(bank: Bank) -> Iterator[Finding]:
    for path, question in bank.places():
        for lack in _lacks(question, bank.limits):
            yield Finding(path, question.line, RULE, f"the question {lack}")


def _lacks(question: Question, limits: Limits) -> Iterator[str]:
    if not question.kind:
        yield "has no kind; write “- Kind: behavioral” or another one"
    if not question.purpose:
        yield "has no purpose; say why a panel asks it"
    if not question.pitfalls:
        yield "has nothing to avoid; write the likeliest pitfall after “- Avoid:”"
    least, most = limits.points
    if not least <= (found := len(points(question))) <= most:
        yield f"has {found} points; write {least} to {most}"
    if (found := len(question.follow_ups)) < limits.follow_ups:
        yield f"has {found} follow-ups; write {limits.follow_ups} or more"
    least, most = limits.topics
    if not least <= (found := len({question.section, *question.topics} - {""})) <= most:
        yield f"has {found} topics, its heading included; give it {least} to {most}"
    if 0 < (found := len(question.benchmarks)) < len(Level):
        yield f"has {found} of the three levels; write entry, mid and senior, or none"
