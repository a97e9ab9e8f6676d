"""Actions, buttons and times that nobody was offered: whoever sends them gets no further than their rights."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from questions.models import Message, Question, Revision
from tests.admin.forms import filled
from tests.factories import make_finished_question, make_question, make_report, make_role, make_topic
from tests.staff import browser_of, person

from .crafting import everything, page_of

pytestmark = pytest.mark.django_db

QUESTIONS = "/admin/questions/question/"
STATUS_ACTIONS = ["publish", "retire", "send_to_review", "send_back", "mark_reviewed"]
BULK_ACTIONS = ["add_topics", "remove_topics", "add_roles", "remove_roles", "change_kind"]


def act(client: Client, action: str, **more: Any) -> HttpResponse:
    """An action on all questions of the list, "select all 5,000" ticked."""
    keys = list(Question.objects.values_list("pk", flat=True))
    sent = {"action": action, "_selected_action": keys[:1], "select_across": 1, "index": 0, "apply": "yes", "post": "yes"}
    return client.post(QUESTIONS, sent | more, follow=True)


@pytest.mark.parametrize("action", [*STATUS_ACTIONS, *BULK_ACTIONS, "delete_selected", "__init__", "nonsense"])
@pytest.mark.parametrize("name", ["vera", "ann"])
def test_an_action_changes_nothing_of_what_is_not_theirs(name: str, action: str):
    topic, other = make_topic(name="Budgets"), make_role(title="Archivist")
    for status in ("draft", "review", "published", "retired"):
        make_finished_question(status=status, topics=[topic], created_by=person("abe"))
    before, values = everything(), {"change_kind": "situational", "add_roles": other.pk}
    page = act(browser_of(name), action, value=values.get(action, topic.pk))
    assert page.status_code == 200
    assert everything() == before
    assert not Revision.objects.exists()


@pytest.mark.parametrize("action", ["publish", "retire", "delete_selected"])
def test_an_editor_neither_publishes_nor_retires_nor_deletes_from_the_list(action: str):
    make_finished_question(status="review"), make_finished_question(status="published")
    before = everything()
    act(browser_of("ed"), action)
    assert everything() == before


def test_what_is_public_does_not_go_back_to_draft_by_an_editor():
    make_finished_question(status="published")
    assert "needs somebody who may publish" in act(browser_of("ed"), "send_back").content.decode()
    assert Question.objects.get().status == "published"


@pytest.mark.parametrize("name", ["vera", "ann", "ed"])
def test_the_action_of_a_questions_own_page_is_no_way_round(name: str):
    question = make_finished_question(status="review", created_by=person("ann"))
    browser_of(name).post(page_of(question), {"CHANGE_FORM-action": "publish", "_selected_action": question.pk})
    assert Question.objects.get().status == "review"


@pytest.mark.parametrize("name", ["ann", "ed"])
def test_the_button_to_publish_is_no_way_round(name: str):
    question, browser = make_finished_question(created_by=person("ann")), browser_of(name)
    page = browser.post(page_of(question), filled(browser.get(page_of(question)), _save="publish"), follow=True)
    assert "needs somebody who may publish" in page.content.decode()
    assert Question.objects.get().status == "draft"


@pytest.mark.parametrize("name", ["vera", "ann", "ed"])
def test_only_publishers_schedule(name: str):
    question, browser = make_finished_question(status="published"), browser_of(name)
    times = {"publish_at_0": "2030-01-01", "publish_at_1": "08:00", "retire_at_0": "2030-02-01", "retire_at_1": "08:00"}
    assert browser.get(page_of(question, "schedule")).status_code == 403
    assert browser.post(page_of(question, "schedule"), times).status_code == 403
    assert Question.objects.get().publish_at is None


def test_a_question_retired_for_another_one_is_not_published_by_a_crafted_request():
    gone = make_finished_question(status="retired", merged_into=make_question())
    pat = browser_of("pat")
    pat.post(page_of(gone, "schedule"), {"publish_at_0": "", "publish_at_1": "", "base": gone.revision})
    act(pat, "publish")
    assert Question.objects.get(pk=gone.pk).status == "retired"


@pytest.mark.parametrize("action", ["accept", "handled", "dismiss"])
@pytest.mark.parametrize("name", ["vera", "ann"])
def test_messages_of_visitors_are_settled_by_editors_only(name: str, action: str):
    message = make_report(contact="reader@library.example")
    sent = {"action": action, "_selected_action": message.pk, "note": "Mine.", "select_across": 1}
    browser_of(name).post("/admin/questions/message/", sent)
    assert Message.objects.get().contact == "reader@library.example"


@pytest.mark.parametrize("key", ["x", "", "9" * 30, "-1", "1\0"])
@pytest.mark.parametrize("action", ["publish", "add_topics", "delete_selected"])
def test_a_choice_that_cannot_be_a_key_chooses_nothing(key: str, action: str):
    make_finished_question()
    page = browser_of("sue").post(QUESTIONS, {"action": action, "_selected_action": [key]}, follow=True)
    assert "No items have been changed" in page.content.decode()
    assert Question.objects.get().status == "draft"
