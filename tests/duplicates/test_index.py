"""The index of words follows every change of a text, however it is made, and a changed text asks to be compared anew."""

import pytest
from django.utils import timezone

from questions.editorial.duplicates.finding import similar_to
from questions.models import Question
from questions.normal import question_key
from tests.factories import make_question

pytestmark = pytest.mark.django_db

ROUTE = "How do you plan a bookmobile route?"
SHELVES = "Which shelves would you weed first?"


def found(text: str) -> list[Question]:
    return [similar.question for similar in similar_to(text)]


@pytest.mark.parametrize("way", ["save", "update", "bulk_update"])
def test_a_changed_text_is_found_by_its_new_words_only(way: str):
    question = make_question(text=ROUTE)
    if way == "update":
        Question.objects.filter(pk=question.pk).update(text=SHELVES, text_key=question_key(SHELVES))
    else:
        question.text = SHELVES
        question.save() if way == "save" else Question.objects.bulk_update([question], ["text", "text_key"])
    assert found(SHELVES) == [question]
    assert found(ROUTE) == []


def test_a_deleted_question_is_not_found():
    make_question(text=ROUTE).delete()
    assert found(ROUTE) == []


def test_questions_written_in_bulk_are_found():
    [question] = Question.objects.bulk_create([Question(text=ROUTE)])
    assert found(ROUTE) == [question]


def test_a_changed_text_was_not_compared_yet():
    question = make_question(text=ROUTE, compared_at=timezone.now())
    question.text = SHELVES
    question.save()
    question.refresh_from_db()
    assert question.compared_at is None


def test_other_changes_leave_it_compared():
    question = make_question(text=ROUTE, compared_at=timezone.now())
    question.purpose = "Shows how you weigh people against miles."
    question.save()
    question.refresh_from_db()
    assert question.compared_at is not None
