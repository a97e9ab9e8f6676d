"""A table that brings a question much like one of the bank says so, and does not get it past the checklist."""

import pytest
from django.test import Client

from questions.models import NearDuplicate, Question
from tests.factories import make_question, make_role, make_topic
from tests.pages.reading import links_of

from .sending import bring_in, choose, csv_of, faults, read

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"
PUBLISHED = {
    "text": REWORDED,
    "topics": "Budgets",
    "roles": "Librarianship / Community Outreach Librarian",
    "purpose": "Shows why.",
    "status": "published",
}


@pytest.fixture
def known(db: None) -> Question:
    make_topic(name="Budgets")
    return make_question(text=ROUTE, role=make_role())


def test_the_report_names_it_and_notes_nothing(publisher: Client, known: Question):
    page = choose(publisher, "question", csv_of({"text": REWORDED}, {"text": "Which shelves would you weed first?"}))
    assert "Of 2 new questions, 2 compared." in read(page)
    assert links_of(page, ".table-report a")[ROUTE] == f"/admin/questions/question/{known.pk}/change/"
    assert not NearDuplicate.objects.exists()


def test_a_row_that_asks_to_be_published_is_refused_and_its_twin_named(publisher: Client, known: Question):
    page = choose(publisher, "question", csv_of(PUBLISHED))
    [(_line, column, sentence)] = faults(page)
    assert column == "status"
    assert "it reads much like another question" in sentence
    assert ROUTE in links_of(page, ".table-report a")
    assert not Question.objects.filter(text=REWORDED).exists()


def test_an_import_notes_the_pair_and_says_where_it_is(publisher: Client, known: Question):
    said = bring_in(publisher, "question", PUBLISHED | {"status": ""})
    assert "Much like a question of the bank: 1 of 1 new questions." in said
    assert [(pair.first, pair.second.text) for pair in NearDuplicate.objects.open()] == [(known, REWORDED)]


def test_so_does_a_row_that_gives_a_question_another_text(publisher: Client, known: Question):
    other = make_question(text="Which shelves would you weed first?")
    bring_in(publisher, "question", {"id": other.pk, "text": REWORDED})
    assert [(pair.first, pair.second) for pair in NearDuplicate.objects.open()] == [(known, other)]


def test_a_table_that_leaves_the_texts_alone_says_nothing_of_twins(publisher: Client, known: Question):
    make_question(text=REWORDED)
    said = bring_in(publisher, "question", {"id": known.pk, "purpose": "Shows planning."})
    assert "Much like" not in said
