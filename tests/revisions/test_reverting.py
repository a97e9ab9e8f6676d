"""Going back is asked for once more, is a new revision, and never goes over what somebody just saved."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from questions.models import Question, Revision
from tests.factories import make_question
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person


@pytest.fixture
def question(db: None) -> Question:
    question = make_question(text="Why do you drive?", purpose="To see a plan.")
    edit(question, by=person("pat"), purpose="To see a map.")
    return question


def first(question: Question) -> Revision:
    return Revision.objects.of(question).get(number=1)


def go_back(client: Client, revision: Revision, **typed: str) -> str:
    """Follow the link, read the question, and say yes; the page that comes then."""
    [base] = re.findall(r'name="base" value="(\d+)"', client.get(address(revision, "revert")).text)
    return client.post(address(revision, "revert"), {"base": base} | typed, follow=True).text


def test_following_the_link_changes_nothing_yet(question: Question):
    assert "Nothing is lost" in browser_of("pat").get(address(first(question), "revert")).text
    question.refresh_from_db()
    assert (question.purpose, question.revision) == ("To see a map.", 2)


def test_a_publisher_goes_back_and_it_is_a_new_revision(question: Question):
    assert "It says again what revision 1 said." in go_back(browser_of("pat"), first(question))
    question.refresh_from_db()
    assert (question.purpose, question.revision) == ("To see a plan.", 3)
    assert Revision.objects.of(question).values_list("reason", flat=True)[0] == "Back to revision 1."
    assert LogEntry.objects.get().get_change_message() == "Back to revision 1."


def test_of_a_published_question_an_editor_only_proposes_it(question: Question):
    editor = browser_of("ed")
    assert "waits for a publisher" in editor.get(address(first(question), "revert")).text
    assert "Revision 3 with the content of revision 1 waits" in go_back(editor, first(question))
    question.refresh_from_db()
    assert question.purpose == "To see a map."


def test_who_was_overtaken_is_told_and_changes_nothing(question: Question):
    edit(question, by=person("pat"), purpose="To see a budget.")
    page = go_back(browser_of("pat"), first(question), base="2")
    assert "Nothing was changed: somebody saved it in the meantime." in page
    question.refresh_from_db()
    assert question.purpose == "To see a budget."


def test_what_the_bank_refuses_is_told(question: Question):
    edit(question, by=person("pat"), text="Why the bus?")
    make_question(text="Why do you drive?")
    assert "Nothing was changed. The bank has this question already." in go_back(browser_of("pat"), first(question))


def test_going_back_to_what_stands_there_says_so(question: Question):
    assert "Nothing to change" in go_back(browser_of("pat"), Revision.objects.of(question).get(number=2))
    assert Revision.objects.of(question).count() == 2


@pytest.mark.parametrize("name", ["vera", "ann"])
def test_who_may_not_change_it_may_not_bring_it_back(question: Question, name: str):
    page = address(first(question), "revert")
    assert browser_of(name).get(page).status_code == 403
    assert browser_of(name).post(page, {"base": "2"}).status_code == 403


def test_an_author_brings_back_their_own_draft(question: Question):
    Question.objects.update(status="draft", created_by=person("ann"))
    assert "It says again" in go_back(browser_of("ann"), first(question))


@pytest.mark.parametrize("base", ["", "x", "-1"])
def test_a_form_without_what_it_was_made_from_asks_again(question: Question, base: str):
    page = browser_of("pat").post(address(first(question), "revert"), {"base": base})
    assert page.status_code == 200
    assert Revision.objects.of(question).count() == 2


def test_what_is_deleted_cannot_be_brought_back(question: Question):
    revision = first(question)
    question.delete()
    assert browser_of("pat").get(address(revision, "revert")).status_code == 404
