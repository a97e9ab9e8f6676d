"""The History page of a question, a role or a link: every revision, to compare, and what was done to it."""

from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.models import Question
from tests.factories import make_link, make_question, make_role
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person


def history(thing: Any) -> str:
    return f"/admin/questions/{thing._meta.model_name}/{thing.pk}/history/"


@pytest.fixture
def question(db: None) -> Question:
    return make_question(text="Why do you drive?", purpose="To see a plan.")


def test_each_revision_says_who_why_and_what_became_of_it(question: Question):
    edit(question, by=person("pat"), purpose="To see a route.", reason="More concrete.")
    edit(question, by=person("ed"), purpose="To see a map.", reason="A map is more.")
    page = browser_of("vera").get(history(question))
    found = [(row["revision"].number, row["live"], row["revision"].author_name) for row in page.context["rows"]]
    assert found == [(3, False, "ed"), (2, True, "pat"), (1, False, "")]
    for said in ("More concrete.", "A map is more.", "Waits for a publisher", "Live", "the machine"):
        assert said in page.text


def test_any_two_can_be_chosen_and_the_newest_two_are(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a map.")
    page = browser_of("vera").get(history(question)).text
    assert f'name="new" value="{waiting.pk}" aria-label="Compare to revision 2" checked' in page
    assert 'aria-label="Compare from revision 1" checked' in page
    assert 'action="/admin/questions/revision/compare/"' in page
    assert address(waiting, "compare") in page


def test_roles_and_links_have_one_as_well(db: None):
    for thing, part in ((make_role(), "summary"), (make_link(), "note")):
        edit(thing, by=person("pat"), **{part: "Short."}, reason="It was empty.")
        assert "It was empty." in browser_of("vera").get(history(thing)).text


def test_what_was_done_in_the_admin_stands_below(question: Question):
    LogEntry.objects.log_actions(person("pat").pk, [question], CHANGE, "Published.")
    assert "Published." in browser_of("vera").get(history(question)).text


def test_a_thing_older_than_its_revisions_says_so(question: Question):
    assert "No revision yet." in browser_of("vera").get(history(question)).text


def test_long_histories_come_in_pages_at_the_same_cost(question: Question):
    vera, asked = browser_of("vera"), []
    for number in range(60):
        edit(question, by=person("pat"), purpose=f"Version {number}.")
        if number in (2, 59):
            with CaptureQueriesContext(connection) as queries:
                page = vera.get(history(question))
            asked.append(len(queries))
    assert len(page.context["rows"]) == 50
    assert asked[0] == asked[1] < 15
    assert [row["revision"].number for row in vera.get(f"{history(question)}?page=2").context["rows"]][-1] == 1
    assert vera.get(f"{history(question)}?page=x").status_code == 200


def test_only_who_may_change_it_is_offered_to_go_back(question: Question):
    first = edit(question, by=person("pat"), purpose="To see a route.")
    edit(question, by=person("pat"), purpose="To see a map.")
    for name, offered in (("vera", False), ("ann", False), ("ed", True), ("pat", True)):
        assert (address(first, "revert") in browser_of(name).get(history(question)).text) == offered


def test_what_was_never_there_leads_back_to_the_desk(db: None):
    for key in (10**17, 10**40, "x"):
        page = browser_of("vera").get(f"/admin/questions/question/{key}/history/", follow=True)
        assert "doesn’t exist" in page.text


def test_the_history_of_a_revision_is_that_of_its_question(question: Question):
    revision = edit(question, by=person("pat"), purpose="To see a route.")
    assert browser_of("vera").get(f"/admin/questions/revision/{revision.pk}/history/").url == history(question)


def test_of_a_deleted_question_a_revision_leads_to_what_it_said(question: Question):
    revision = edit(question, by=person("pat"), purpose="To see a route.")
    question.delete()
    asked = browser_of("vera").get(f"/admin/questions/revision/{revision.pk}/history/", follow=True)
    assert asked.redirect_chain == [(address(revision, "compare"), 302)]
    assert "It has been deleted since." in asked.text
