"""Every page of the admin opens, empty and with things in it."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from questions.models import FormerSlug, GuideImport, Question, QuestionTopic, Revision, RoleQuestion
from tests.factories import make_field, make_group, make_link, make_question, make_report, make_role, make_topic

EDITED = ["field", "group", "role", "topic", "question", "resourcelink", "rolequestion"]
READ = ["guideimport", "formerslug", "message", "revision"]
ELSEWHERE = ["nearduplicate"]  # needs two questions: tests/duplicates/test_report.py


def make_one_of_everything() -> None:
    role = make_role(also_called=["Outreach Librarian"])
    topic = make_topic()
    topic.aliases.create(name="Outreach")
    make_question(role=role, topics=[topic], section=topic, follow_ups=["And then?"], benchmarks={"entry": "Tells a story."})
    make_link(role=role, topics=[topic])
    FormerSlug.objects.remember("role", "old", role.slug)
    GuideImport.objects.create(source="a.md", title=role.title, role=role, digest="1", imported_at=timezone.now())
    make_report(role=role)
    Revision.objects.create(kind="role", thing=role.pk, number=1, title=role.title, snapshot={})


def test_every_model_of_the_bank_is_here_or_inside_another_page():
    here = {model._meta.model_name for model in admin.site._registry if model._meta.app_label == "questions"}
    assert here == {*EDITED, *READ, *ELSEWHERE}


@pytest.mark.parametrize("model", EDITED + READ)
def test_a_list_opens(editor: Client, model: str):
    assert editor.get(f"/admin/questions/{model}/").status_code == 200
    make_one_of_everything()
    page = editor.get(f"/admin/questions/{model}/")
    assert page.status_code == 200
    assert page.context["cl"].result_count == 1


@pytest.mark.parametrize("model", EDITED)
def test_a_form_for_a_new_one_opens(editor: Client, model: str):
    assert editor.get(f"/admin/questions/{model}/add/").status_code == 200


@pytest.mark.parametrize("model", EDITED + READ)
def test_the_form_of_one_its_history_and_its_deletion_open(editor: Client, model: str):
    make_one_of_everything()
    [registered] = [known for known in admin.site._registry if known._meta.label_lower == f"questions.{model}"]
    key = registered.objects.get().pk
    assert editor.get(f"/admin/questions/{model}/{key}/change/").status_code == 200
    # The history of a revision is that of its question.
    assert editor.get(f"/admin/questions/{model}/{key}/history/", follow=True).status_code == 200
    deletion = editor.get(f"/admin/questions/{model}/{key}/delete/")
    assert deletion.status_code == (403 if model in ("guideimport", "revision") else 200)


def test_the_pages_carry_the_name_of_the_site(editor: Client):
    page = editor.get("/admin/").content.decode()
    assert "<title>prepsite | prepsite</title>" in page


@pytest.mark.parametrize("address", ["/admin/taggit/", "/admin/taggit/tag/", "/admin/taggit/tag/merge-tags/"])
def test_the_tags_of_the_library_below_are_not_reachable(editor: Client, address: str):
    assert editor.get(address).status_code == 404


def test_an_editor_may_remove_an_old_address_but_not_write_one(editor: Client):
    role = make_role()
    FormerSlug.objects.remember("role", "old", role.slug)
    old = FormerSlug.objects.get()
    assert editor.get("/admin/questions/formerslug/add/").status_code == 403
    assert editor.post(f"/admin/questions/formerslug/{old.pk}/change/", {"slug": "x"}).status_code == 403
    editor.post(f"/admin/questions/formerslug/{old.pk}/delete/", {"post": "yes"})
    assert not FormerSlug.objects.exists()


def test_what_imports_did_can_only_be_read(editor: Client):
    GuideImport.objects.create(source="F/G/R.md", title="R", digest="1", imported_at=timezone.now())
    key = GuideImport.objects.get().pk
    assert "F/G/R.md" in editor.get("/admin/questions/guideimport/").content.decode()
    assert editor.get("/admin/questions/guideimport/add/").status_code == 403
    assert editor.post(f"/admin/questions/guideimport/{key}/change/", {"source": "x"}).status_code == 403
    assert editor.post(f"/admin/questions/guideimport/{key}/delete/", {"post": "yes"}).status_code == 403
    assert GuideImport.objects.get().source == "F/G/R.md"


def test_a_field_with_groups_and_a_group_with_roles_cannot_be_deleted(editor: Client):
    role = make_role(group=make_group(field=make_field()))
    field, group = role.group.field, role.group
    for address in (f"field/{field.pk}", f"group/{group.pk}"):
        page = editor.post(f"/admin/questions/{address}/delete/", {"post": "yes"})
        assert page.status_code == 200
        assert page.context["protected"]
    field.refresh_from_db()
    group.refresh_from_db()


def test_deleting_a_role_keeps_its_questions(editor: Client):
    question = make_question(role=make_role())
    editor.post(f"/admin/questions/role/{question.roles.get().pk}/delete/", {"post": "yes"})
    assert Question.objects.get() == question
    assert not RoleQuestion.objects.exists()


def test_deleting_what_very_much_hangs_on_says_how_much_in_few_queries(editor: Client):
    topic = make_topic()
    questions = Question.objects.bulk_create(Question(text=f"What would you do on day {day}?") for day in range(210))
    QuestionTopic.objects.bulk_create(QuestionTopic(tag=topic, content_object=question) for question in questions)
    with CaptureQueriesContext(connection) as queries:
        page = editor.get(f"/admin/questions/topic/{topic.pk}/delete/")
    assert "Topics of questions: 210" in page.content.decode()
    assert len(queries) < 15
    editor.post(f"/admin/questions/topic/{topic.pk}/delete/", {"post": "yes"})
    assert not QuestionTopic.objects.exists()
    assert Question.objects.count() == 210


def test_nobody_without_an_account_sees_any_of_it(visitor: Client):
    page = visitor.get("/admin/questions/question/")
    assert page.status_code == 302
    assert page["Location"].startswith(reverse("admin:login"))
