"""A publisher says from when and until when a question is public."""

import pytest
import time_machine
from django.test import Client

from questions.models import Question, Revision
from tests.factories import make_finished_question, make_question
from tests.staff import browser_of

pytestmark = pytest.mark.django_db


def address(question: Question) -> str:
    return f"/admin/questions/question/{question.pk}/schedule/"


def times(begin: str = "", until: str = "") -> dict[str, str]:
    moments = {"publish_at": begin.split(" ") if begin else ["", ""], "retire_at": until.split(" ") if until else ["", ""]}
    return {f"{name}_{part}": value for name, parts in moments.items() for part, value in enumerate(parts)}


@time_machine.travel("2026-11-23 12:00 +0000")
def test_a_question_is_public_between_its_times_without_anybody_doing_anything(visitor: Client):
    question = make_finished_question()
    browser_of("pat").post(address(question), times("2026-12-01 08:00", "2026-12-24 18:00"))
    assert Revision.objects.of(question).first().snapshot["publish_at"].startswith("2026-12-01T08:00")
    for moment, answer in (
        ("2026-12-01 07:59", 404),
        ("2026-12-01 08:00", 200),
        ("2026-12-24 17:59", 200),
        ("2026-12-24 18:00", 410),
    ):
        with time_machine.travel(f"{moment} +0000"):
            assert visitor.get(question.get_absolute_url()).status_code == answer
            assert Question.objects.published().count() == (answer == 200)


@time_machine.travel("2026-11-23 12:00 +0000")
@pytest.mark.parametrize(
    ("begin", "until", "said"),
    [
        ("2026-12-24 08:00", "2026-12-01 08:00", "must come after"),
        ("", "2026-11-01 08:00", "This moment is over"),
        ("tomorrow morning", "", "Enter a valid date"),
    ],
)
def test_times_that_make_no_sense_come_back_with_a_reason(begin: str, until: str, said: str):
    question = make_finished_question()
    page = browser_of("pat").post(address(question), times(begin, until))
    assert said in page.content.decode()
    question.refresh_from_db()
    assert question.status == "draft"


def test_what_is_unfinished_is_not_scheduled_either():
    question = make_question(status="draft")
    page = browser_of("pat").post(address(question), times(), follow=True)
    assert "no role asks it" in page.content.decode()


@pytest.mark.parametrize(("name", "answer"), [("vera", 403), ("ann", 403), ("ed", 403), ("pat", 200), ("sue", 200)])
def test_the_page_is_for_publishers(name: str, answer: int):
    assert browser_of(name).get(address(make_finished_question())).status_code == answer
