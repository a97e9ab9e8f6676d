"""The copies most tests look at, made in a process of its own so that they are made once."""

from pathlib import Path

from django.core.management import call_command

from questions.browse.views import role, topics
from tests.factories import make_question
from tests.pages.banks import Bank, full_bank

from .copies import KINDS, freeze


def make_bank() -> Bank:
    """A small bank whose lists are longer than a page, if pages are short."""
    bank = full_bank()
    for number in range(5):
        make_question(text=f"What would you do on round {number}?", role=bank.role, topics=[bank.topic])
    make_question(text="A question nobody placed?")
    make_question(text="Not yet to be seen?", role=bank.role, status="draft")
    return bank


def make_copies(folder: str) -> None:
    call_command("migrate", verbosity=0)
    make_bank()
    role.QUESTIONS_A_PAGE, topics.QUESTIONS_A_PAGE = 3, 2
    for name, options in KINDS.items():
        freeze(Path(folder) / name, **options)
