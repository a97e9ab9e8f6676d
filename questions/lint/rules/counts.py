"""Whether the bank as a whole, and each role, has as much as the folder's lint.yaml asks for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from questions.guides.document import Question
from questions.lint.bank import Bank, Role
from questions.lint.findings import Finding
from questions.lint.limits import Limits
from questions.normal import name_key
from questions.vocabulary import Kind

RULE = "counts"


def check(bank: Bank) -> Iterator[Finding]:
    distinct = [question for _path, question in bank.distinct().values()]
    for fault in _of_bank(len(bank.roles), distinct, bank.limits):
        yield Finding(bank.folder, 0, RULE, f"the bank has {fault}")
    roles_with = Counter(key for role in bank.roles for key in role.placed)
    for role in bank.roles:
        own = sum(1 for key, (path, _question) in role.placed.items() if roles_with[key] == 1 and path == role.entry.path)
        for fault in _of_role(role, own, bank.limits):
            yield Finding(role.entry.path, 0, RULE, f"{role.title} has {fault}")
    yield from _missing_roles(bank)


def _of_bank(roles: int, questions: list[Question], limits: Limits) -> Iterator[str]:
    yield from _too_few(roles, limits.roles, "roles")
    yield from _too_few(len(questions), limits.questions, "questions, each counted once")
    levels = _share(bool(question.benchmarks) for question in questions)
    if levels < limits.benchmarks:
        yield f"levels for {levels:.0%} of its questions; write them for {limits.benchmarks:.0%}"
    yield from _kinds(questions, limits)


def _of_role(role: Role, own: int, limits: Limits) -> Iterator[str]:
    questions = role.questions
    to_ask = sum(1 for question in questions if question.kind == Kind.TO_ASK)
    yield from _too_few(len(questions), limits.at_least.get(role.title, limits.questions_per_role), "questions")
    yield from _too_few(own, limits.own_questions_per_role, "questions that no other role has")
    yield from _too_few(to_ask, limits.questions_to_ask, "questions to ask the employer")
    yield from _kinds(questions, limits)
    asked = {name_key(name) for question in questions for name in (question.section, *question.topics)}
    for topic in limits.must_ask_about.get(role.title, ()):
        if name_key(topic) not in asked:
            yield f"no question about “{topic}”"


def _kinds(questions: list[Question], limits: Limits) -> Iterator[str]:
    for kind, least in ((Kind.BEHAVIORAL, limits.behavioral), (Kind.SITUATIONAL, limits.situational)):
        share = _share(question.kind == kind for question in questions)
        if share < least:
            yield f"{share:.0%} {kind.label.lower()} questions; {least:.0%} are wanted"


def _too_few(found: int, wanted: int, what: str) -> Iterator[str]:
    if found < wanted:
        yield f"{found} {what}; {wanted} are wanted"


def _share(those: Iterable[bool]) -> float:
    listed = list(those)
    return sum(listed) / len(listed) if listed else 1.0


def _missing_roles(bank: Bank) -> Iterator[Finding]:
    titles = {role.title for role in bank.roles}
    named: set[str] = {*bank.limits.at_least, *bank.limits.must_ask_about}
    for title in sorted(named - titles):
        yield Finding(Path(bank.folder / "lint.yaml"), 0, RULE, f"names the role “{title}”, of which there is no guide")
