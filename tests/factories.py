"""Small, explicit pieces of a bank. Everything is keyword-only and published unless a test says otherwise."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from questions.models import (
    Benchmark,
    Field,
    FollowUp,
    Group,
    Message,
    Question,
    ResourceLink,
    Role,
    RoleLink,
    RoleQuestion,
    RoleTitle,
    Topic,
)
from questions.models.inbox import Fault, MessageKind
from questions.vocabulary import LinkKind, Status

_numbers = count(1)


def make_field(*, name: str = "Library and Information Science", **values: Any) -> Field:
    return Field.objects.filter(name=name).first() or Field.objects.create(name=name, **values)


def make_group(*, name: str = "Librarianship", field: Field | None = None, **values: Any) -> Group:
    field = field or make_field()
    return Group.objects.filter(name=name, field=field).first() or Group.objects.create(name=name, field=field, **values)


def make_role(
    *,
    title: str = "Community Outreach Librarian",
    group: Group | None = None,
    also_called: Iterable[str] = (),
    status: str = Status.PUBLISHED,
    **values: Any,
) -> Role:
    role = Role.objects.create(title=title, group=group or make_group(), status=status, **values)
    for name in also_called:
        RoleTitle.objects.create(role=role, name=name)
    return role


def make_topic(*, name: str = "Community engagement", **values: Any) -> Topic:
    return Topic.objects.filter(name=name).first() or Topic.objects.create(name=name, **values)


def make_question(
    *,
    text: str = "",
    role: Role | None = None,
    topics: Iterable[Topic | str] = (),
    section: Topic | None = None,
    follow_ups: Iterable[str] = (),
    benchmarks: dict[str, str] | None = None,
    status: str = Status.PUBLISHED,
    **values: Any,
) -> Question:
    question = Question.objects.create(text=text or f"What would you do on day {next(_numbers)}?", status=status, **values)
    question.topics.add(*(make_topic(name=topic) if isinstance(topic, str) else topic for topic in topics))
    if role:
        place_question(question=question, role=role, section=section)
    for position, probe in enumerate(follow_ups):
        FollowUp.objects.create(question=question, position=position, text=probe)
    for level, sounds_like in (benchmarks or {}).items():
        Benchmark.objects.create(question=question, level=level, text=sounds_like)
    return question


def make_finished_question(*, role: Role | None = None, **values: Any) -> Question:
    """A draft that has all it takes to be published, unless a test says otherwise."""
    role = role or Role.objects.first() or make_role()
    return make_question(**{"role": role, "topics": ["Budgets"], "purpose": "Shows planning.", "status": Status.DRAFT} | values)


def place_question(*, question: Question, role: Role, section: Topic | None = None) -> RoleQuestion:
    return RoleQuestion.objects.create(role=role, question=question, section=section, position=role.role_questions.count() + 1)


def make_link(
    *,
    url: str = "",
    title: str = "Association of Bookmobile and Outreach Services",
    role: Role | None = None,
    topics: Iterable[Topic | str] = (),
    kind: str = LinkKind.ASSOCIATION,
    status: str = Status.PUBLISHED,
    **values: Any,
) -> ResourceLink:
    url = url or f"https://library.example/{next(_numbers)}"
    link = ResourceLink.objects.create(url=url, title=title, kind=kind, status=status, **values)
    link.topics.add(*(make_topic(name=topic) if isinstance(topic, str) else topic for topic in topics))
    if role:
        RoleLink.objects.create(role=role, link=link, position=role.role_links.count() + 1)
    return link


def make_report(*, text: str = "The second point is no longer so.", fault: str = Fault.OUT_OF_DATE, **values: Any) -> Message:
    return Message.objects.create(kind=MessageKind.REPORT, text=text, fault=fault, **values)


def make_suggestion(*, text: str = "Why do you drive a bookmobile?", **values: Any) -> Message:
    return Message.objects.create(kind=MessageKind.SUGGESTION, text=text, licensed=True, **values)
