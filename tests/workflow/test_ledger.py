"""Revisions are never rewritten, and outlive what they speak of."""

import pytest
from django.db import IntegrityError, transaction

from questions.editorial import editing, publishing
from questions.models import Question, Revision
from tests.factories import make_finished_question, make_question
from tests.staff import person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "said", [{"snapshot": {}}, {"number": 9}, {"title": "Mine"}, {"reason": "Better"}, {"author_name": "me"}, {"thing": 9}]
)
def test_the_database_refuses_to_rewrite_what_a_revision_says(said: dict):
    publishing.publish([make_finished_question()], by=person("pat"))
    with pytest.raises(IntegrityError, match="never rewritten"), transaction.atomic():
        Revision.objects.filter(number=2).update(**said)


def test_what_became_of_a_revision_may_be_written():
    publishing.publish([make_finished_question()], by=person("pat"))
    assert Revision.objects.update(decision="Thanks.") == 2


def test_a_deleted_question_leaves_its_history():
    question = make_finished_question()
    publishing.publish([question], by=person("pat"))
    question.delete()
    assert [revision.number for revision in Revision.objects.all()] == [2, 1]


def test_an_account_that_goes_leaves_its_name():
    publishing.publish([make_finished_question()], by=person("pat"))
    person("pat").delete()
    assert Revision.objects.get(number=2).author_name == "pat"


def test_a_pending_revision_of_a_deleted_question_is_sent_back_and_not_accepted():
    question = make_question()
    live = {"text": "Mine?", "kind": "general", "purpose": "", "points": "", "pitfalls": "", "source_kind": "written"}
    rest = {
        "source_name": "",
        "reviewed_on": None,
        "reviewed_by": "",
        "follow_ups": [],
        "benchmarks": [],
        "topics": [],
        "roles": [],
    }
    pending = editing.save(question, live | rest, by=person("ed"), base=0).pending
    Question.objects.all().delete()
    with pytest.raises(editing.NotPossibleError, match="deleted"):
        editing.accept(pending, by=person("pat"))
    editing.decline(pending, by=person("pat"), note="Its question is gone.")
    pending.refresh_from_db()
    assert (pending.state, pending.decision) == ("declined", "Its question is gone.")
