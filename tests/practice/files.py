"""Downloading the files of a role, and texts that programs would like to run."""

from typing import Any

from django.test import Client

from questions.models import Role, RoleTitle
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_role

WORDS = ("pack", "anki", "csv", "markdown", "json")
SCRIPT = "<script>alert(1)</script>"


def download(visitor: Client, role: Role, word: str) -> Any:
    """The response with the role's file of that format."""
    answer = visitor.get(f"{role.get_absolute_url()}take-away/{word}/")
    assert answer.status_code == 200
    return answer


def make_hostile_role() -> Role:
    """A role whose every text would be run by a careless program."""
    role = make_role(
        title=f"Librarian {SCRIPT}", summary=f'"{SCRIPT}', description=f"{SCRIPT}\n\n[a](javascript:alert)", interview=SCRIPT
    )
    RoleTitle.objects.create(role=role, name=f"--- # {SCRIPT}")
    make_question(
        text=f'=HYPERLINK("https://evil.example","{SCRIPT}")',
        role=role,
        topics=[f"@{SCRIPT} :: x"],
        purpose="+1+1",
        points="-2+3 [sound:evil.mp3] {{Question}}",
        pitfalls="@SUM(A1)",
        follow_ups=[f"=cmd|' /C calc'!A0 {SCRIPT}"],
        benchmarks={"mid": "[latex]\\input{x}[/latex]"},
        source_name=SCRIPT,
        reviewed_by="=1",
    )
    make_link(role=role, title=SCRIPT, note=SCRIPT)
    return role


def make_role_with_drafts() -> Role:
    """A role with one published question and link, and one of each that visitors may not see."""
    role = make_role(title="Archivist")
    make_question(text="Which map would you save first?", role=role, topics=["Care of maps"])
    make_question(text="A draft of a question?", role=role, topics=["Secret plans"], status=Status.DRAFT)
    make_question(text="A question in review?", role=role, status=Status.REVIEW)
    make_question(text="A retired question?", role=role, status=Status.RETIRED)
    make_link(role=role, title="Map Society")
    make_link(role=role, title="A draft of a link", status=Status.DRAFT)
    return role


UNSEEN = ("A draft of a question", "A question in review", "A retired question", "A draft of a link", "Secret plans")
