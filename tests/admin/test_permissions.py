"""Staff see and do what their permissions say."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from questions.models import Question
from questions.vocabulary import Status
from tests.factories import make_question, make_role

PERMISSIONS = ["view_question", "view_role", "view_topic", "view_field"]


@pytest.fixture
def reader(db: None) -> Client:
    """Rhea, of the staff, who may look at questions, roles, topics and fields, and change nothing."""
    rhea = User.objects.create_user("rhea", is_staff=True)
    rhea.user_permissions.set(Permission.objects.filter(codename__in=PERMISSIONS))
    client = Client()
    client.force_login(rhea)
    return client


def test_a_reader_sees_lists_and_pages(reader: Client):
    question = make_question(role=make_role(), topics=["Budgets"])
    assert reader.get("/admin/questions/question/").status_code == 200
    page = reader.get(f"/admin/questions/question/{question.pk}/change/")
    assert page.status_code == 200
    assert "Budgets" in page.content.decode()
    assert 'name="_save"' not in page.content.decode()


def test_a_reader_changes_nothing(reader: Client):
    question = make_question(status=Status.DRAFT)
    address = f"/admin/questions/question/{question.pk}"
    assert reader.post(f"{address}/change/", {"text": "Mine?"}).status_code == 403
    assert reader.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert reader.get("/admin/questions/question/add/").status_code == 403
    reader.post("/admin/questions/question/", {"action": "publish", "_selected_action": [question.pk]})
    reader.post(f"{address}/change/", {"CHANGE_FORM-action": "publish", "_selected_action": [question.pk]})
    assert Question.objects.get().status == Status.DRAFT


def test_a_reader_gets_no_suggestions_of_what_they_may_not_see(reader: Client):
    query = {"app_label": "questions", "model_name": "rolelink", "field_name": "link"}
    assert reader.get("/admin/autocomplete/", query).status_code == 403
    query = {"app_label": "questions", "model_name": "questiontopic", "field_name": "tag"}
    assert reader.get("/admin/autocomplete/", query).status_code == 200


def test_a_reader_does_not_see_other_pages(reader: Client):
    assert reader.get("/admin/questions/resourcelink/").status_code == 403
    assert reader.get("/admin/questions/guideimport/").status_code == 403
    assert reader.get("/admin/auth/user/").status_code == 403


def test_deleting_much_still_asks_for_the_right_to_each_part(db: None):
    role = make_role()
    places = [make_question(role=role) for _ in range(205)]
    writer = User.objects.create_user("wim", is_staff=True)
    writer.user_permissions.set(Permission.objects.filter(codename__in=["delete_role", "view_role"]))
    client = Client()
    client.force_login(writer)
    assert client.post(f"/admin/questions/role/{role.pk}/delete/", {"post": "yes"}).status_code == 403
    assert role.role_questions.count() == len(places)


def test_somebody_without_the_right_to_topics_is_offered_no_new_one(db: None):
    writer = User.objects.create_user("wim", is_staff=True)
    writer.user_permissions.set(Permission.objects.filter(codename__in=["add_question", "view_topic"]))
    client = Client()
    client.force_login(writer)
    page = client.get("/admin/questions/question/add/").content.decode()
    assert 'name="topics"' in page
    assert 'id="add_id_topics"' not in page
