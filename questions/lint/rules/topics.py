"""Topics: those of questions are defined, and each definition has two sentences, phrases and aliases of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import sentences
from questions.normal import name_key

RULE = "topics"
SENTENCES = 2


def check(bank: Bank) -> Iterator[Finding]:
    if bank.topics is None:
        return
    path = bank.folder / "topics.yaml"
    known: dict[str, str] = {}
    for topic in bank.topics:
        for fault in _faults(topic):
            yield Finding(path, 0, RULE, f"the topic “{topic['name']}” {fault}")
        for name in [topic["name"], *(topic.get("aliases") or [])]:
            if (other := known.setdefault(name_key(str(name)), topic["name"])) != topic["name"]:
                yield Finding(path, 0, RULE, f"“{name}” is a name of two topics: {other} and {topic['name']}")
    yield from _unknown(bank, known)
    yield from _seldom(bank, known, path)


def _faults(topic: dict[str, Any]) -> Iterator[str]:
    if (found := len(sentences(topic.get("description") or ""))) != SENTENCES:
        yield f"has {found} sentences in its description; write two"
    for part in ("phrases", "aliases"):
        if not topic.get(part):
            yield f"has no {part}"


def _unknown(bank: Bank, known: dict[str, str]) -> Iterator[Finding]:
    for path, question in bank.places():
        for name in (question.section, *question.topics):
            if name and name_key(name) not in known:
                yield Finding(path, question.line, RULE, f"the topic “{name}” is not in topics.yaml; mend it or define it there")


def _seldom(bank: Bank, known: dict[str, str], path: Path) -> Iterator[Finding]:
    if not bank.limits.questions_per_topic:
        return
    asked = dict.fromkeys((topic["name"] for topic in bank.topics or ()), 0)
    for _path, question in bank.distinct().values():
        for name in {known.get(name_key(name)) for name in (question.section, *question.topics)} - {None}:
            asked[str(name)] += 1
    for name, number in asked.items():
        if number < bank.limits.questions_per_topic:
            message = f"the topic “{name}” has {number} questions; it needs {bank.limits.questions_per_topic}"
            yield Finding(path, 0, RULE, message)
