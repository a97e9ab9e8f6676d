"""Addresses and keys no page leads to: whoever asks for them gets no further than their rights, and meets no error page."""

import pytest
from django.test import Client

from questions.models import Question, Revision, RoleQuestion
from tests.factories import make_finished_question, make_link, make_question, make_role, make_topic
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person
from tests.tables.sending import choose, csv_of

from .crafting import everything, page_of

pytestmark = pytest.mark.django_db

QUESTIONS, PLACES, REVISIONS = (f"/admin/questions/{name}/" for name in ("question", "rolequestion", "revision"))


def test_revisions_of_two_things_are_not_compared():
    one, other, link = make_question(), make_question(), make_link()
    first, second = edit(one, by=person("pat"), purpose="A."), edit(other, by=person("pat"), purpose="B.")
    third = edit(link, by=person("pat"), note="C.")
    vera = browser_of("vera")
    for pair in [(first, second), (second, first), (first, third), (third, first)]:
        keys = [revision.pk for revision in pair]
        assert vera.get(f"{REVISIONS}compare/{keys[0]}/{keys[1]}/").status_code == 404
        asked = vera.get(f"{REVISIONS}compare/", {"old": keys[0], "new": keys[1]}, follow=True)
        assert asked.status_code == 404


def test_a_revision_of_another_thing_is_no_preview_of_this_one():
    one, other = make_question(status="draft"), make_question(status="draft")
    theirs = edit(other, by=person("ed"), purpose="Another one's.")
    assert browser_of("vera").get(page_of(one, "preview"), {"revision": theirs.pk}).status_code == 404


@pytest.mark.parametrize("verb", ["accept", "decline", "revert"])
@pytest.mark.parametrize("name", ["vera", "ann"])
def test_whoever_may_not_decide_is_refused(name: str, verb: str):
    question = make_finished_question(status="published")
    waiting = edit(question, by=person("ed"), purpose="Ed's.")
    before = everything()
    assert browser_of(name).post(address(waiting, verb), {"base": 1}).status_code == 403
    assert Revision.objects.pending().get() == waiting
    assert everything() == before


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_an_editor_decides_on_no_colleagues_revision(verb: str):
    waiting = edit(make_finished_question(status="published"), by=person("ed"), purpose="Ed's.")
    assert browser_of("eve").post(address(waiting, verb)).status_code == 403
    assert Revision.objects.pending().get() == waiting


@pytest.mark.parametrize("name", ["vera", "ann", "ed"])
def test_only_publishers_put_questions_into_roles_where_it_shows_at_once(name: str):
    there = make_question(role=make_role(), created_by=person("ann"))
    place, browser, other = there.role_questions.get(), browser_of(name), make_question(created_by=person("ann"))
    data = {"role": place.role_id, "question": other.pk, "position": 9}
    assert browser.post(f"{PLACES}add/", data).status_code == 403
    assert browser.post(page_of(place), data).status_code == 403
    assert browser.post(page_of(place, "delete"), {"post": "yes"}).status_code == 403
    browser.post(PLACES, {"action": "delete_selected", "_selected_action": place.pk, "post": "yes"})
    assert list(RoleQuestion.objects.values_list("question", "position")) == [(there.pk, 1)]


@pytest.mark.parametrize("verb", ["take-back", "rename", "merge", "split"])
def test_pages_of_publishers_are_shut_for_an_editor(verb: str):
    gone, topic = make_question(merged_into=make_question(), status="retired"), make_topic()
    addresses = {"take-back": page_of(gone, "take-back"), "merge": "/admin/questions/topic/merge/"}
    answer = browser_of("ann" if verb == "rename" else "ed").post(addresses.get(verb, page_of(topic, verb)), {"name": "New"})
    assert answer.status_code == 403
    assert Question.objects.get(pk=gone.pk).merged_into


@pytest.mark.parametrize(
    ("model", "field", "status"),
    [
        ("questiontopic", "tag", 200),
        ("rolequestion", "role", 200),
        ("question", "created_by", 403),
        ("revision", "author", 403),
        ("question", "text", 403),
        ("nonsense", "role", 403),
    ],
)
def test_suggestions_show_what_one_may_look_at_and_no_accounts(model: str, field: str, status: int):
    person("pat")
    query = {"app_label": "questions", "model_name": model, "field_name": field, "term": ""}
    page = browser_of("vera").get("/admin/autocomplete/", query)
    assert page.status_code == status
    assert "pat" not in page.content.decode().split('"')
    assert "/login/" in Client().get("/admin/autocomplete/", query)["Location"]


def test_a_name_that_leads_out_of_the_folder_finds_no_file_to_import():
    pat = browser_of("pat")
    for name in ("../../../../etc/passwd", "/etc/passwd", "../question/1", "..%2f..%2fvar/env"):
        sent = {"import_file_name": name, "original_file_name": name, "format": 0, "resource": "", "upload": name}
        page = pat.post(f"{QUESTIONS}process_import/", sent, follow=True)
        assert "That table is gone" in page.content.decode()
        assert "root:" not in page.content.decode()


@pytest.mark.parametrize("sent", [{}, {"seen": ""}, {"seen": "x"}])
def test_a_table_confirmed_without_its_report_is_shown_its_report_first(sent: dict[str, str]):
    question, pat = make_question(purpose="Old."), browser_of("pat")
    report = choose(pat, "question", csv_of({"id": question.pk, "purpose": "From the table."}))
    edit(question, by=person("sue"), purpose="Sue's.")
    page = pat.post(f"{QUESTIONS}process_import/", {"upload": report.context["upload"].pk} | sent)
    assert "somebody saved since the report you saw" in page.content.decode()
    assert Question.objects.get().purpose == "Sue's."


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_a_note_with_a_character_that_no_text_has_is_kept_without_it(verb: str):
    waiting = edit(make_finished_question(status="published"), by=person("ed"), purpose="Ed's.")
    assert browser_of("pat").post(address(waiting, verb), {"note": "Go\0od."}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.decision == "Good."
