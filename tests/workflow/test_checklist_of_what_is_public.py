"""What is published goes on passing the checklist: a change that brings a new fault is refused, an old fault is no hindrance."""

import pytest

from questions.editorial import editing, publishing
from questions.editorial.editing import NotPossibleError
from questions.models import Question, Revision
from tests.admin.forms import errors, filled, send
from tests.factories import make_finished_question, make_link, make_question, make_role
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person
from tests.tables.sending import said

from .crafting import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def question() -> Question:
    return make_finished_question(status="published")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"purpose": "TODO"}, "unfinished"),
        ({"purpose": ""}, "does not say why it is asked"),
        ({"topics": []}, "has no topic"),
        ({"roles": []}, "no role asks it"),
        ({"follow_ups": ["TODO"]}, "unfinished"),
    ],
    ids=str,
)
def test_a_pending_change_with_a_new_fault_is_not_accepted(question: Question, change: dict, why: str):
    pending = edit(question, by=person("ed"), **change)
    page = browser_of("pat").post(address(pending, "accept"))
    assert "It cannot be accepted as it is" in said(page)
    assert why in said(page)
    pending.refresh_from_db()
    assert pending.is_pending


def test_a_publishers_form_with_a_new_fault_comes_back_with_the_reasons_and_all_that_was_typed(question: Question):
    page = send(browser_of("pat"), page_of(question), purpose="", points="- Much thought")
    assert "would no longer pass the checklist: it does not say why it is asked" in errors(page)
    assert page.context["adminform"].form["points"].value() == "- Much thought"
    question.refresh_from_db()
    assert (question.purpose, question.points) == ("Shows planning.", "")


def test_a_publishers_form_that_takes_the_last_role_off_comes_back(question: Question):
    pat = browser_of("pat")
    data = filled(pat.get(page_of(question)), **{"role_questions-0-DELETE": "on"})
    assert "no role asks it" in errors(pat.post(page_of(question), data))


def test_what_was_lacking_before_is_no_hindrance():
    bare = make_question()
    assert errors(send(browser_of("pat"), page_of(bare), points="- Something at last")) == ""
    edit(bare, by=person("ed"), points="- More")
    editing.accept(Revision.objects.pending().get(), by=person("pat"))
    assert Question.objects.get().points == "- More"


def test_a_dead_link_is_not_put_into_a_public_role():
    role, dead = make_role(), make_link(check_state="dead")
    pending = edit(role, by=person("ed"), links=[[dead.pk, dead.title, 1]])
    with pytest.raises(NotPossibleError, match="one of its links is dead"):
        editing.accept(pending, by=person("pat"))


def test_a_dead_link_gets_another_address():
    dead = make_link(check_state="dead", topics=["Budgets"])
    assert errors(send(browser_of("pat"), page_of(dead), url="https://library.example/new")) == ""


def test_nobody_goes_back_to_a_revision_with_a_fault():
    question = make_finished_question()
    empty = edit(question, by=person("pat"), purpose="")
    edit(question, by=person("pat"), purpose="To hear.")
    publishing.publish([question], by=person("pat"))
    question.refresh_from_db()
    with pytest.raises(NotPossibleError, match="does not say why it is asked"):
        editing.revert(empty, by=person("pat"), base=question.revision)


def test_a_draft_may_lack_all_of_it():
    draft = make_finished_question(status="draft")
    assert errors(send(browser_of("pat"), page_of(draft), purpose="")) == ""


def test_the_page_looks_at_what_visitors_would_see(question: Question):
    pending = edit(question, by=person("ed"), topics=[])
    page = browser_of("pat").get(address(pending, "compare")).content.decode()
    assert "it has no topic: add one" in page
    assert "so it cannot be accepted" in page


def test_a_change_of_what_nobody_has_compared_is_not_said_to_wait_for_that(question: Question):
    pending = edit(question, by=person("ed"), purpose="Shows care.")
    assert question.compared_at is None
    page = browser_of("pat").get(address(pending, "compare")).content.decode()
    assert "not compared with the other questions" not in page
    assert "The checklist finds nothing wrong" in page
