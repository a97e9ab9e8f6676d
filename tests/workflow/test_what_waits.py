"""What only somebody who may publish does at once: everybody else's change of what is published waits, whichever way it comes."""

import datetime as dt

import pytest
from django.utils import timezone

from questions.editorial import publishing
from questions.models import Question, Revision, Role
from questions.vocabulary import Status
from tests.admin.forms import errors, send
from tests.factories import make_finished_question, make_role
from tests.staff import browser_of, person

from .crafting import page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["ann", "ed"])
def test_a_review_of_what_is_published_is_a_publishers_word(name: str):
    question = make_finished_question(status=Status.PUBLISHED, created_by=person("ann"))
    list_page = "/admin/questions/question/"
    chosen = {"action": "mark_reviewed", "_selected_action": [question.pk]}
    page = browser_of(name).post(list_page, chosen, follow=True).content.decode()
    assert "is published: give the day in its form" in page
    assert Question.objects.get().reviewed_on is None
    assert not Revision.objects.exists()


def test_a_review_of_a_public_role_is_a_publishers_word_too():
    role = make_role()
    [(_, why)] = publishing.mark_reviewed([role], by=person("ed")).refused
    assert why.startswith("is published")
    assert publishing.mark_reviewed([role], by=person("pat")).done == [role]
    assert Role.objects.get().reviewed_by == "pat"


def test_whoever_may_edit_reviews_what_no_visitor_sees():
    own = make_finished_question(status=Status.DRAFT, created_by=person("ann"))
    assert publishing.mark_reviewed([own], by=person("ann")).done == [own]


def test_an_editors_change_of_what_is_scheduled_waits_like_one_of_what_is_public():
    question = make_finished_question(status=Status.PUBLISHED, publish_at=timezone.now() + dt.timedelta(days=1))
    page = send(browser_of("ed"), page_of(question), purpose="Ed's.")
    assert errors(page) == ""
    assert Question.objects.get().purpose == "Shows planning."
    assert Revision.objects.pending().get().snapshot["purpose"] == "Ed's."
