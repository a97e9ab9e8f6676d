"""Numbers no column holds, where keys are chosen: found by `make odd-requests`, one case each."""

import pytest
from django.test import Client

from questions.models import Question
from tests.factories import make_question
from tests.staff import person

HUGE = [10**30, 2**63, -(2**63) - 1]


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.django_db
def test_a_list_of_keys_with_a_huge_one_finds_the_others(number: int):
    question = make_question()
    assert list(Question.objects.filter(pk__in=[number, question.pk])) == [question]
    assert list(Question.objects.exclude(pk__in=[number])) == [question]


@pytest.mark.parametrize("number", HUGE)
def test_an_action_on_a_huge_key_does_nothing(editor: Client, number: int):
    make_question()
    data = {"action": "delete_selected", "_selected_action": str(number), "post": "yes"}
    editor.post("/admin/questions/question/", data)
    assert Question.objects.count() == 1


@pytest.mark.parametrize("number", HUGE)
def test_a_huge_choice_of_a_form_is_no_choice(editor: Client, number: int):
    user = person("ed")
    page = editor.post(f"/admin/auth/user/{user.pk}/change/", {"username": "ed", "groups": [str(number)]})
    assert "Select a valid choice" in page.content.decode()
