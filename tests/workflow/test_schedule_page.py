"""A publisher says from when and until when a question is public."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from questions.editorial import publishing
from questions.models import Question, Revision
from tests.factories import make_finished_question, make_question
from tests.staff import browser_of, person

pytestmark = pytest.mark.django_db


def address(question: Question) -> str:
    return f"/admin/questions/question/{question.pk}/schedule/"


def times(begin: str = "", until: str = "", base: int = 0) -> dict[str, str]:
    """What the form sends, opened when the question stood at revision ``base``."""
    moments = {"publish_at": begin.split(" ") if begin else ["", ""], "retire_at": until.split(" ") if until else ["", ""]}
    return {f"{name}_{part}": value for name, parts in moments.items() for part, value in enumerate(parts)} | {"base": str(base)}


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


@time_machine.travel("2026-11-23 12:00 +0000")
def test_a_form_opened_before_a_colleague_chose_other_times_is_refused_once_and_says_what_stands():
    question, pat = make_finished_question(), browser_of("pat")
    form = pat.get(address(question)).context["form"]
    publishing.schedule(question, by=person("sue"), at=dt.datetime(2099, 1, 1, 8, tzinfo=dt.UTC))
    page = pat.post(address(question), times(until="2026-12-24 18:00", base=form["base"].value()))
    assert "from “2099-01-01 08:00” until “retired”" in page.content.decode()
    question.refresh_from_db()
    assert (question.publish_at.year, question.retire_at) == (2099, None)
    again = page.context["form"]
    assert again["retire_at"].value() == ["2026-12-24", "18:00"]
    pat.post(address(question), times(until="2026-12-24 18:00", base=again["base"].value()))
    question.refresh_from_db()
    assert (question.publish_at, question.retire_at.year) == (None, 2026)


def test_who_is_quicker_by_a_moment_wins():
    question = make_finished_question()
    publishing.schedule(question, by=person("sue"), at=dt.datetime(2099, 1, 1, 8, tzinfo=dt.UTC), base=0)
    [(_, why)] = publishing.schedule(question, by=person("pat"), base=0).refused
    assert why.startswith("was changed by somebody else")
    assert not Question.objects.published().exists()


@pytest.mark.parametrize(("name", "answer"), [("vera", 403), ("ann", 403), ("ed", 403), ("pat", 200), ("sue", 200)])
def test_the_page_is_for_publishers(name: str, answer: int):
    assert browser_of(name).get(address(make_finished_question())).status_code == answer
