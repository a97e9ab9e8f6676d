from collections.abc import Callable
from pathlib import Path

import pytest

from questions.models import Question, Role
from tests.factories import make_question, make_role
from tests.threads import together as together

from .archives import archive

ASKED = "How do you plan a bookmobile route?"


@pytest.fixture
def bank(transactional_db: None) -> Role:
    """A role with one question."""
    role = make_role(title="Bookmobile Librarian")
    make_question(text=ASKED, role=role, topics=["Outreach"], purpose="Shows planning.")
    return role


@pytest.fixture
def backup(bank: Role, tmp_path: Path) -> Path:
    """An archive of the bank as it was before its question was worded anew and another one came."""
    made = archive(tmp_path / "bank.zip")
    Question.objects.update(text="Which roads does a bookmobile avoid?")
    make_question(text="Who repairs the engine?", role=bank)
    return made


@pytest.fixture
def texts() -> Callable[[], list[str]]:
    """What the bank asks."""
    return lambda: list(Question.objects.order_by("pk").values_list("text", flat=True))
