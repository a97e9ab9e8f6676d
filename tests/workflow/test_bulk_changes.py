"""One change to many questions, from the list."""

import pytest
from django.http import HttpResponse
from django.test import Client

from questions.models import Question, Revision
from tests.factories import make_question, make_role, make_topic
from tests.staff import browser_of, person

pytestmark = pytest.mark.django_db


def change(browser: Client, action: str, questions: list[Question], value: object) -> HttpResponse:
    chosen = {"action": action, "_selected_action": [question.pk for question in questions]}
    asked = browser.post("/admin/questions/question/", chosen)
    assert asked.status_code == 200
    assert 'name="apply"' in asked.content.decode()
    return browser.post("/admin/questions/question/", chosen | {"apply": "yes", "value": value}, follow=True)


def test_topics_are_added_and_taken_off_with_a_revision_each():
    pat, topic = browser_of("pat"), make_topic(name="Outreach")
    questions = [make_question(), make_question(topics=[topic])]
    page = change(pat, "add_topics", questions, [topic.pk])
    assert "Given topics: 1 question. 1 had it already." in page.content.decode()
    assert Question.objects.about(topic).count() == 2
    assert Revision.objects.of(questions[0]).first().reason == "Topics added: Outreach."
    questions[0].topics.add(make_topic(name="Budgets"))
    page = change(pat, "remove_topics", questions, [topic.pk])
    assert list(Question.objects.about(topic)) == [questions[1]]
    assert "is published, and would have no topic left: add another one first" in page.content.decode()


def test_questions_go_last_into_roles_and_off_them():
    pat, role = browser_of("pat"), make_role()
    there = make_question(role=role)
    first, second = make_question(), make_question()
    change(pat, "add_roles", [second, first, there], [role.pk])
    assert list(Question.objects.for_role(role)) == [there, first, second]
    make_role(title="Archivist").role_questions.create(question=there)
    draft = make_question(role=role, status="draft")
    page = change(pat, "remove_roles", [there, first, draft], [role.pk])
    assert list(Question.objects.for_role(role)) == [first, second]
    assert "is published, and would have no role left: add another one first" in page.content.decode()


def test_the_kind_of_many_is_changed():
    question = make_question()
    change(browser_of("pat"), "change_kind", [question], "situational")
    question.refresh_from_db()
    assert question.kind == "situational"


def test_an_editor_changes_drafts_this_way_and_is_told_why_not_what_is_public():
    draft, public, topic = make_question(status="draft"), make_question(), make_topic(name="Outreach")
    page = change(browser_of("ed"), "add_topics", [draft, public], [topic.pk]).content.decode()
    assert "Given topics: 1 question." in page
    assert "is published: open it and change it there" in page
    assert list(Question.objects.about(topic)) == [draft]


def test_an_author_changes_their_own_this_way():
    own, other = make_question(status="draft", created_by=person("ann")), make_question(status="draft")
    page = change(browser_of("ann"), "change_kind", [own, other], "situational").content.decode()
    assert "somebody else&#x27;s" in page
    assert list(Question.objects.filter(kind="situational")) == [own]


def test_nothing_chosen_on_the_page_changes_nothing_and_asks_again():
    question = make_question()
    chosen = {"action": "add_topics", "_selected_action": [question.pk], "apply": "yes"}
    page = browser_of("pat").post("/admin/questions/question/", chosen)
    assert "This field is required" in page.content.decode()


def test_view_only_staff_is_offered_none_of_it():
    vera, question = browser_of("vera"), make_question()
    page = vera.post("/admin/questions/question/", {"action": "change_kind", "_selected_action": [question.pk]}, follow=True)
    assert "apply" not in page.content.decode()
