"""A folder of guides as a bank: every question once, every role with the questions it has of its own and with others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from questions.guides.document import Guide, GuideError, Question
from questions.guides.files import find, read_file
from questions.normal import name_key, question_key
from questions.vocabulary import Status

from .findings import Finding
from .limits import Limits, read_limits

ALLOWED_WORDS = "allowed-words.txt"


@dataclass(slots=True)
class Entry:
    """A guide and the file it stands in."""

    path: Path
    guide: Guide

    @property
    def questions(self) -> list[Question]:
        return [question for question in self.guide.questions if question.status != Status.RETIRED]

    @property
    def is_shared(self) -> bool:
        return self.guide.roles is not None


@dataclass(slots=True)
class Role:
    """A role's guide with the questions of the shared guides that are for it, each once."""

    entry: Entry
    placed: dict[str, tuple[Path, Question]] = field(default_factory=dict)  # by key, its own first

    @property
    def title(self) -> str:
        return self.entry.guide.title

    @property
    def questions(self) -> list[Question]:
        return [question for _path, question in self.placed.values()]


@dataclass(slots=True)
class Bank:
    folder: Path
    limits: Limits
    entries: list[Entry]
    roles: list[Role]
    topics: list[dict[str, Any]] | None  # the entries of topics.yaml, if there is one
    allowed: frozenset[str]  # words that are right though no dictionary has them, in lower case
    unreadable: list[Finding]
    unplaced: list[Finding]  # entries of shared guides that mean no role

    def places(self) -> Iterator[tuple[Path, Question]]:
        """Every question with its file, as often as it is written down."""
        for entry in self.entries:
            for question in entry.questions:
                yield entry.path, question

    def distinct(self) -> dict[str, tuple[Path, Question]]:
        """Every question once, by its key, where it is written down first."""
        found: dict[str, tuple[Path, Question]] = {}
        for path, question in self.places():
            found.setdefault(question_key(question.text), (path, question))
        return found


def read_bank(folder: Path) -> Bank:
    """The guides under ``folder`` with its limits, topics and allowed words.

    Raises GuideError if there is no such folder, or if lint.yaml or topics.yaml can not be read. A guide that can not be
    read is among the findings.
    """
    if not folder.is_dir():
        raise GuideError(f"there is no folder “{folder}”")
    entries: list[Entry] = []
    unreadable: list[Finding] = []
    for path in find([folder]):
        try:
            entries += [Entry(path, guide) for guide in read_file(path)]
        except GuideError as error:
            unreadable.append(Finding(path, error.line, "reading", error.reason))
    roles = [_role(entry) for entry in entries if not entry.is_shared]
    unplaced = [finding for entry in entries if entry.is_shared for finding in _share(entry, roles)]
    return Bank(folder, read_limits(folder), entries, roles, _topics(folder), _allowed_words(folder), unreadable, unplaced)


def _role(entry: Entry) -> Role:
    role = Role(entry)
    _place(role, entry)
    return role


def _place(role: Role, entry: Entry) -> None:
    for question in entry.questions:
        role.placed.setdefault(question_key(question.text), (entry.path, question))


def _share(entry: Entry, roles: list[Role]) -> Iterator[Finding]:
    """Place the questions of a shared guide; yields a finding for each of its entries that means no role."""
    for name in entry.guide.roles or ():
        meant = [role for role in roles if _means(name, role.entry.guide)]
        for role in meant:
            _place(role, entry)
        if not meant:
            yield Finding(entry.path, entry.guide.role_lines.get(name, 1), "roles", f"no guide here is of a role “{name}”")


def _means(name: str, guide: Guide) -> bool:
    """Whether an entry of ``roles`` means the guide's role; the bank reads entries in the same way (loading/addressing.py)."""
    key, title, group, field = (name_key(text) for text in (name, guide.title, guide.group, guide.field))
    return key in (title, f"{group}/{title}", f"{group}/*", f"{field}/*/*")


def _topics(folder: Path) -> list[dict[str, Any]] | None:
    path = folder / "topics.yaml"
    if not path.is_file():
        return None
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError:
        raise GuideError(f"{path} is no valid YAML; mend it") from None
    topics = said.get("topics") if isinstance(said, dict) else None
    if not isinstance(topics, list) or not all(isinstance(topic, dict) and topic.get("name") for topic in topics):
        raise GuideError(f"{path}: “topics:” must be a list of entries, each with a name")
    return topics


def _allowed_words(folder: Path) -> frozenset[str]:
    path = folder / ALLOWED_WORDS
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    words = (line.partition("#")[0].strip().casefold() for line in lines)
    return frozenset(word for word in words if word)
