"""Filters narrow the lists to what an editor looks for."""

import pytest
from django.db.models import Model
from django.test import Client

from questions.models import Question, ResourceLink, Role
from questions.vocabulary import Kind, LinkKind, Status
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic


def listed(editor: Client, model: type[Model], **asked: object) -> set[str]:
    page = editor.get(f"/admin/questions/{model._meta.model_name}/", asked)
    return {str(row) for row in page.context["cl"].result_list}


@pytest.mark.parametrize("status", list(Status))
def test_by_status(editor: Client, status: Status):
    for each in Status:
        make_question(text=f"A {each.value} one?", status=each)
        make_role(title=each.value, status=each)
        make_link(title=each.value, status=each)
    assert listed(editor, Question, status=status) == {f"A {status.value} one?"}
    assert listed(editor, Role, status=status) == {status.value}
    assert listed(editor, ResourceLink, status=status) == {status.value}


def test_questions_by_kind(editor: Client):
    make_question(text="Tell me about a time?", kind=Kind.BEHAVIORAL)
    make_question(text="What would you do?", kind=Kind.SITUATIONAL)
    assert listed(editor, Question, kind="behavioral") == {"Tell me about a time?"}


def test_by_topic(editor: Client):
    budgets = make_topic(name="Budgets")
    make_question(text="A?", topics=[budgets, "Teens"])
    make_question(text="B?", topics=["Teens"])
    make_link(title="C", topics=[budgets])
    make_link(title="D")
    assert listed(editor, Question, topic=budgets.pk) == {"A?"}
    assert listed(editor, ResourceLink, topic=budgets.pk) == {"C"}


def test_by_field_group_and_role(editor: Client):
    museums = make_group(name="Collections", field=make_field(name="Museums"))
    registrar, curator = make_role(title="Registrar", group=museums), make_role(title="Curator", group=museums)
    librarian = make_role(title="Librarian")
    shared = make_question(text="Shared?", role=registrar)
    for role in (curator, librarian):
        role.role_questions.create(question=shared)
    make_question(text="Books?", role=librarian)
    assert listed(editor, Question, field=museums.field.pk) == {"Shared?"}
    assert listed(editor, Question, role=librarian.pk) == {"Shared?", "Books?"}
    assert listed(editor, Role, field=museums.field.pk) == {"Registrar", "Curator"}
    assert listed(editor, Role, group=librarian.group.pk) == {"Librarian"}
    assert listed(editor, Role, question=shared.pk, group=museums.pk) == {"Registrar", "Curator"}


def test_questions_by_what_is_missing(editor: Client):
    make_question(text="Whole?", topics=["Teens"], points="- One")
    make_question(text="No topic?", points="- One")
    make_question(text="No guidance?", topics=["Teens"])
    make_question(text="Purpose alone?", topics=["Teens"], purpose="To see.")
    assert listed(editor, Question, missing="topic") == {"No topic?"}
    assert listed(editor, Question, missing="guidance") == {"No guidance?"}


def test_links_by_kind_and_by_what_the_last_check_found(editor: Client):
    make_link(title="Dead", check_state="dead", kind=LinkKind.TOOLKIT)
    make_link(title="Fine", check_state="ok", kind=LinkKind.JOBS)
    assert listed(editor, ResourceLink, check_state="dead") == {"Dead"}
    assert listed(editor, ResourceLink, kind="jobs") == {"Fine"}


def test_filters_add_up_and_a_search_keeps_them(editor: Client):
    topic = make_topic()
    make_question(text="Draft about it?", topics=[topic], status=Status.DRAFT)
    make_question(text="Out about it?", topics=[topic])
    make_question(text="Draft of another?", status=Status.DRAFT)
    assert listed(editor, Question, topic=topic.pk, status="draft", q="about") == {"Draft about it?"}
    page = editor.get("/admin/questions/question/", {"topic": topic.pk, "status": "draft"}).content.decode()
    assert '<input type="hidden" name="status" value="draft">' in page
    assert f'<option value="{topic.pk}" selected>{topic.name}</option>' in page


def test_three_hundred_topics_are_not_listed_on_the_page(editor: Client):
    topics = [make_topic(name=f"Topic {number}") for number in range(30)]
    page = editor.get("/admin/questions/question/").content.decode()
    assert not any(topic.name in page for topic in topics)
