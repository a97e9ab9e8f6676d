"""Two editors on one question: the second save is refused, with both versions side by side, and nothing typed is lost."""

import pytest
from django.contrib import admin

from questions.models import Question, Revision
from tests.admin.forms import errors, filled, rows
from tests.factories import make_question, make_role
from tests.staff import browser_of

pytestmark = pytest.mark.django_db


def change(question: Question) -> str:
    return f"/admin/questions/question/{question.pk}/change/"


def test_the_second_save_is_refused_and_shows_both_versions():
    question = make_question(text="How do you plan?", purpose="Old.", status="draft")
    ed, eve = browser_of("ed"), browser_of("eve")
    eds, eves = filled(ed.get(change(question)), purpose="Ed's words."), filled(eve.get(change(question)), purpose="Eve's words.")
    assert ed.post(change(question), eds).status_code == 302
    refused = eve.post(change(question), eves)
    assert "Somebody else saved this" in errors(refused)
    assert "ed saved this on" in refused.text
    [purpose] = refused.context["both"]
    theirs, yours = ("".join(piece.text for row in purpose.rows for piece in getattr(row, side)) for side in ("old", "new"))
    assert (purpose.label, theirs.strip(), yours.strip()) == ("Purpose", "Ed's words.", "Eve's words.")
    assert refused.context["adminform"].form["purpose"].value() == "Eve's words."
    question.refresh_from_db()
    assert question.purpose == "Ed's words."


def test_nothing_typed_into_rows_is_lost_even_where_the_rows_below_are_gone():
    question = make_question(follow_ups=["First?"], status="draft")
    ed, eve = browser_of("ed"), browser_of("eve")
    eves = rows(filled(eve.get(change(question))), "follow_ups", {"text": "Eve's probe?"})
    ed.post(change(question), filled(ed.get(change(question))) | {"follow_ups-0-DELETE": "on"})
    refused = eve.post(change(question), eves)
    assert "Eve&#x27;s probe?" in refused.content.decode()
    saved = eve.post(change(question), filled(refused, seen=refused.context["standing"]))
    assert errors(saved) == ""
    assert list(question.follow_ups.values_list("text", flat=True)) == ["First?", "Eve's probe?"]


def test_having_seen_theirs_one_may_save_ones_own_and_theirs_stays_in_the_history():
    question = make_question(purpose="Old.", status="draft")
    ed, eve = browser_of("ed"), browser_of("eve")
    eves = filled(eve.get(change(question)), purpose="Eve's words.")
    ed.post(change(question), filled(ed.get(change(question)), purpose="Ed's words."))
    refused = eve.post(change(question), eves)
    assert eve.post(change(question), filled(refused, seen=refused.context["standing"])).status_code == 302
    question.refresh_from_db()
    assert question.purpose == "Eve's words."
    said = [revision.snapshot["purpose"] for revision in Revision.objects.of(question)]
    assert said == ["Eve's words.", "Ed's words.", "Old."]


def test_a_third_save_in_between_is_refused_again():
    question = make_question(purpose="Old.", status="draft")
    ed, eve = browser_of("ed"), browser_of("eve")
    eves = filled(eve.get(change(question)), purpose="Eve's words.")
    ed.post(change(question), filled(ed.get(change(question)), purpose="Ed's words."))
    refused = eve.post(change(question), eves)
    seen = filled(refused, seen=refused.context["standing"])
    ed.post(change(question), filled(ed.get(change(question)), purpose="Ed's second thought."))
    assert "Somebody else saved this" in errors(eve.post(change(question), seen))


def test_a_form_without_its_number_is_refused():
    question = make_question(status="draft")
    ed = browser_of("ed")
    data = filled(ed.get(change(question)))
    del data["base"]
    assert "Somebody else saved this" in errors(ed.post(change(question), data))


def test_publishing_by_a_colleague_in_the_meantime_counts_as_well():
    question = make_question(role=make_role(), topics=["Budgets"], purpose="Why.", status="draft")
    ed, pat = browser_of("ed"), browser_of("pat")
    eds = filled(ed.get(change(question)), purpose="Ed's words.")
    pat.post("/admin/questions/question/", {"action": "publish", "_selected_action": [question.pk]})
    assert "Somebody else saved this" in errors(ed.post(change(question), eds))


def test_no_list_is_edited_in_place():
    assert [model for model, page in admin.site._registry.items() if page.list_editable] == []
