"""The status in a table is reached by the verbs of the desk, and refused where they refuse."""

import pytest
from django.test import Client

from questions.models import Question, Revision
from questions.vocabulary import Status
from tests.factories import make_finished_question, make_question, make_role, make_topic

from .sending import bring_in, choose, csv_of, faults, read


def test_a_finished_row_is_published(publisher: Client):
    make_role()
    make_topic(name="Budgets")
    row = {"text": "Why?", "topics": "Budgets", "roles": "Librarianship / Community Outreach Librarian", "purpose": "Shows why."}
    bring_in(publisher, "question", row | {"status": "Published"})
    question = Question.objects.published().get()
    assert [revision.reason for revision in Revision.objects.of(question)] == ["Published.", "Imported from a table: table.csv."]


def test_a_row_the_checklist_holds_back_is_an_error_before_anything_is_confirmed(publisher: Client):
    page = choose(publisher, "question", csv_of({"text": "Why?", "status": "published"}))
    [(line, column, sentence)] = faults(page)
    assert (line, column) == (2, "status")
    assert sentence.startswith("It cannot become “published”: no role asks it: add one;")
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.DRAFT, Status.REVIEW),
        (Status.REVIEW, Status.DRAFT),
        (Status.PUBLISHED, Status.RETIRED),
        (Status.RETIRED, Status.PUBLISHED),
    ],
)
def test_a_status_moves_as_by_the_buttons(publisher: Client, before: Status, after: Status):
    question = make_finished_question(text="Why?", status=before)
    said = bring_in(publisher, "question", {"id": question.pk, "status": after.value})
    question.refresh_from_db()
    assert question.status == after
    assert "1 changed" in said


def test_the_report_shows_the_status_that_changes(publisher: Client):
    question = make_finished_question(text="Why?")
    page = choose(publisher, "question", csv_of({"id": question.pk, "status": "published"}))
    assert "status draft published" in read(page).replace("draftpublished", "draft published")


def test_a_merged_question_stays_retired(publisher: Client):
    kept = make_question(text="Kept?")
    merged = make_finished_question(text="Merged?", status=Status.RETIRED, merged_into=kept)
    [(_, _, sentence)] = faults(choose(publisher, "question", csv_of({"id": merged.pk, "status": "published"})))
    assert "was merged into another question, and its merge must be taken back first" in sentence


def test_a_move_the_desk_does_not_know_is_refused(publisher: Client):
    question = make_question(text="Why?")
    [(_, _, sentence)] = faults(choose(publisher, "question", csv_of({"id": question.pk, "status": "review"})))
    assert "is published, and only what is draft can be sent to review" in sentence
