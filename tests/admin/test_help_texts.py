"""Whoever fills in a form of the desk reads what good looks like and what follows from it; a label alone teaches nothing."""

import pytest
from django.test import Client

from tests.factories import make_link, make_question, make_role
from tests.pages.reading import text_of
from tests.workflow.crafting import page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "field", "help_text"),
    [
        (make_link, "kind", "What a visitor gets there. The page of links is divided by it; under “Other” few look."),
        (
            make_link,
            "topics",
            "Topics it helps to prepare for: it stands on their pages. One or two; a link for all of them helps with none.",
        ),
        (
            make_role,
            "group",
            "Where visitors look for it, among roles one might apply for instead. The heat map compares it with these.",
        ),
    ],
)
def test_a_choice_says_what_it_is_for(editor: Client, make: object, field: str, help_text: str):
    assert text_of(editor.get(page_of(make())), f".field-{field} .help") == [help_text]


def test_a_level_says_what_it_is_for(editor: Client):
    page = editor.get(page_of(make_question(benchmarks={"entry": "Asks first."})))
    assert "How much experience the answer comes from." in page.text
