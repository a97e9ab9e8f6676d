"""Roles to draw mock sets from."""

from typing import Any

from questions.models import Role
from questions.vocabulary import Kind
from tests.factories import make_question, make_role

KINDS = (Kind.BEHAVIORAL, Kind.SITUATIONAL, Kind.KNOWLEDGE, Kind.MOTIVATIONAL)


def make_role_with_questions(number: int, *, to_ask: int = 1, **values: Any) -> Role:
    """A role with ``number`` questions of four kinds, each about a topic of its own, and some to ask the employer."""
    role = make_role()
    for place in range(number):
        make_question(text=f"Question {place}?", role=role, topics=[f"Topic {place}"], kind=KINDS[place % 4], **values)
    for place in range(to_ask):
        make_question(text=f"May I ask {place}?", role=role, topics=["Asking"], kind=Kind.TO_ASK)
    return role
