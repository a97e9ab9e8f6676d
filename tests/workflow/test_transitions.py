"""Who may bring a question from which status to which."""

import datetime as dt

import pytest
from django.utils import timezone

from questions.editorial import publishing
from questions.models import Question, Revision
from questions.vocabulary import Status
from tests.factories import make_finished_question
from tests.staff import person

PEOPLE = ["vera", "ann", "abe", "ed", "pat", "sue"]
# verb, from, to, who may; the draft is Ann's
TABLE = [
    ("send_to_review", Status.DRAFT, Status.REVIEW, "ann ed pat sue"),
    ("send_to_review", Status.REVIEW, Status.REVIEW, ""),
    ("send_to_review", Status.PUBLISHED, Status.REVIEW, ""),
    ("send_to_review", Status.RETIRED, Status.REVIEW, ""),
    ("send_back", Status.REVIEW, Status.DRAFT, "ann ed pat sue"),
    ("send_back", Status.PUBLISHED, Status.DRAFT, "pat sue"),
    ("send_back", Status.RETIRED, Status.DRAFT, "pat sue"),
    ("publish", Status.DRAFT, Status.PUBLISHED, "pat sue"),
    ("publish", Status.REVIEW, Status.PUBLISHED, "pat sue"),
    ("publish", Status.RETIRED, Status.PUBLISHED, "pat sue"),
    ("retire", Status.DRAFT, Status.RETIRED, "pat sue"),
    ("retire", Status.REVIEW, Status.RETIRED, "pat sue"),
    ("retire", Status.PUBLISHED, Status.RETIRED, "pat sue"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize(("verb", "before", "after", "allowed"), TABLE, ids=lambda value: str(value))
def test_a_transition_is_for_those_the_table_names(verb: str, before: str, after: str, allowed: str, name: str):
    question = make_finished_question(status=before, created_by=person("ann"))
    outcome = getattr(publishing, verb)([question], by=person(name))
    question.refresh_from_db()
    if name in allowed.split():
        assert (outcome.done, question.status) == ([question], after)
        last = Revision.objects.of(question).first()
        assert (last.number, last.author_name, last.snapshot["status"]) == (question.revision, name, after)
    else:
        assert (outcome.done, question.status) == ([], before)
        assert bool(outcome.refused) == (before != after)


@pytest.mark.django_db
def test_a_refusal_says_why():
    theirs = make_finished_question(created_by=person("abe"))
    public = make_finished_question(status=Status.PUBLISHED)
    [(_, why)] = publishing.send_to_review([theirs], by=person("ann")).refused
    assert why == "is somebody else's, and you may change your own only"
    [(_, why)] = publishing.retire([public], by=person("ed")).refused
    assert why == "needs somebody who may publish"
    [(_, why)] = publishing.send_to_review([public], by=person("pat")).refused
    assert why == "is published, and only what is draft can be sent to review"


@pytest.mark.django_db
def test_the_machine_may_do_all_of_it():
    question = make_finished_question()
    assert publishing.publish([question]).done == [question]
    assert Revision.objects.of(question).first().author_name == ""


@pytest.mark.django_db
def test_what_leaves_the_public_loses_its_times():
    question = make_finished_question()
    publishing.schedule(question, by=person("pat"), until=timezone.now() + dt.timedelta(days=1))
    publishing.send_back([question], by=person("pat"))
    assert Question.objects.get().retire_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("times", [{"at": 1}, {"until": 1}, {"at": 1, "until": 2}], ids=str)
def test_publishing_what_is_published_leaves_its_times(times: dict[str, int]):
    question = make_finished_question()
    moments = {name: timezone.now() + dt.timedelta(days=days) for name, days in times.items()}
    publishing.schedule(question, by=person("pat"), **moments)
    assert publishing.publish([question], by=person("pat")).already == 1
    question.refresh_from_db()
    assert (question.publish_at, question.retire_at) == (moments.get("at"), moments.get("until"))


@pytest.mark.django_db
def test_publishing_what_is_over_and_not_tidied_up_yet_makes_it_public_again():
    question = make_finished_question(status=Status.PUBLISHED, retire_at=timezone.now() - dt.timedelta(minutes=1))
    assert publishing.publish([question], by=person("pat")).done == [question]
    assert Question.objects.published().get() == question
