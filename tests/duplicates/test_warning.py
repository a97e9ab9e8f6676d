"""Whoever writes a question hears that the bank has much the same: while typing, and when saving."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from questions.editorial import editing, snapshots
from questions.editorial.duplicates import merging
from questions.models import NearDuplicate, Question, Revision
from tests.admin.forms import send
from tests.factories import make_question
from tests.pages.reading import links_of, parse, text_of
from tests.staff import person

SIMILAR = "/admin/questions/question/similar/"
ADD = "/admin/questions/question/add/"
ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"


def page_of(question: Question) -> str:
    return f"/admin/questions/question/{question.pk}/change/"


def test_while_typing_it_answers_with_at_most_five_that_are_alike(editor: Client):
    question = make_question(text=ROUTE)
    [similar] = editor.get(SIMILAR, {"text": REWORDED}).json()["similar"]
    assert similar.pop("similarity") > 0.7
    assert similar == {"text": ROUTE, "address": page_of(question), "status": "Published"}
    for number in range(8):
        make_question(text=f"{ROUTE} Case {number}")
    assert len(editor.get(SIMILAR, {"text": REWORDED}).json()["similar"]) == 5


@pytest.mark.parametrize("but", ["", "x", "-1", "²", "9" * 40])
def test_the_question_itself_is_left_out_and_a_strange_one_is_nobody(editor: Client, but: str):
    question = make_question(text=ROUTE)
    assert editor.get(SIMILAR, {"text": ROUTE, "but": question.pk}).json() == {"similar": []}
    assert len(editor.get(SIMILAR, {"text": ROUTE, "but": but}).json()["similar"]) == 1


def test_it_answers_only_staff_who_may_see_questions(visitor: Client):
    assert visitor.get(SIMILAR, {"text": ROUTE}).status_code == 302
    rhea = User.objects.create_user("rhea", is_staff=True)
    visitor.force_login(rhea)
    assert visitor.get(SIMILAR, {"text": ROUTE}).status_code == 403
    rhea.user_permissions.add(Permission.objects.get(codename="view_question"))
    assert visitor.get(SIMILAR, {"text": ROUTE}).status_code == 200


def test_the_text_field_knows_where_to_ask(editor: Client):
    question = make_question(text=ROUTE)
    [field] = parse(editor.get(page_of(question))).query("textarea[data-similar]")
    assert field.attrs["data-similar"] == f"{SIMILAR}?but={question.pk}"
    [field] = parse(editor.get(ADD)).query("textarea[data-similar]")
    assert field.attrs["data-similar"] == SIMILAR


def test_saving_a_new_question_warns_and_notes_the_pair(editor: Client):
    known = make_question(text=ROUTE)
    page = editor.get(send(editor, ADD, text=REWORDED)["Location"])
    assert links_of(page, ".messagelist .warning a")[ROUTE] == page_of(known)
    assert NearDuplicate.objects.open().get().first == known


def test_saving_a_changed_text_warns_and_saving_anything_else_does_not(editor: Client):
    make_question(text=ROUTE)
    question = make_question(text="Which shelves would you weed first?")
    page = editor.get(send(editor, page_of(question), text=REWORDED)["Location"])
    assert len(text_of(page, ".messagelist .warning")) == 1
    page = editor.get(send(editor, page_of(question), purpose="Shows how you weigh.")["Location"])
    assert text_of(page, ".messagelist .warning") == []


def test_a_merge_is_taken_back_on_a_page_that_asks_first(editor: Client):
    gone, stays = make_question(), make_question()
    merging.merge(gone, stays, by=None)
    page = editor.get(page_of(gone))
    address = links_of(page, ".object-tools a")["Take the merge back…"]
    assert editor.get(address).status_code == 200
    gone.refresh_from_db()
    assert gone.merged_into == stays
    assert editor.post(address)["Location"] == page_of(gone)
    gone.refresh_from_db()
    assert gone.merged_into is None
    assert editor.get(address).status_code == 404


def test_accepting_an_edit_that_gives_a_public_question_another_text_warns_and_notes_the_pair(editor: Client):
    known, question = make_question(text=ROUTE), make_question(text="Which shelves would you weed first?")
    content = snapshots.read(Question, [question.pk])[question.pk] | {"text": REWORDED}
    pending = editing.save(question, content, by=person("ed"), base=question.revision).pending
    page = editor.post(f"/admin/questions/revision/{pending.pk}/accept/", follow=True)
    assert links_of(page, ".messagelist .warning a")[ROUTE] == page_of(known)
    assert NearDuplicate.objects.open().get().second == question


def test_going_back_to_a_text_that_is_another_questions_by_now_warns_and_notes_the_pair(editor: Client):
    question = make_question(text=REWORDED)
    send(editor, page_of(question), text="Which shelves would you weed first?")
    known = make_question(text=ROUTE)
    question.refresh_from_db()
    first = Revision.objects.of(question).last()
    page = editor.post(f"/admin/questions/revision/{first.pk}/revert/", {"base": question.revision}, follow=True)
    assert links_of(page, ".messagelist .warning a")[ROUTE] == page_of(known)
    assert NearDuplicate.objects.open().get().first == question
