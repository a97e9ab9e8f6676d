"""Forms with more in them than their page has, or for what is not theirs: no column, row or revision is got at this way."""

from typing import Any

import pytest
from django.test import Client

from questions.editorial import editing, snapshots
from questions.models import FollowUp, Question, Revision
from tests.admin.forms import filled
from tests.factories import make_finished_question, make_link, make_question, make_role
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person

from .crafting import page_of

pytestmark = pytest.mark.django_db

ADD = "/admin/questions/question/add/"


SMUGGLED = {
    "status": "published",
    "publish_at": "2026-01-01",
    "publish_at_0": "2026-01-01",
    "retire_at": "2026-01-01",
    "revision": "7",
    "created_by": "1",
    "merged_into": "1",
    "imported_digest": "x",
    "text_key": "x",
    "slug": "x",
    "id": "999",
}
KEPT = ("status", "publish_at", "retire_at", "created_by", "merged_into", "imported_digest", "pk")


def kept(question: Question) -> list[Any]:
    return [getattr(question, name) for name in KEPT]


@pytest.mark.parametrize("name", ["vera", "ann"])
def test_a_form_sent_for_somebody_elses_draft_is_refused(name: str):
    question = make_question(created_by=person("abe"), status="draft", purpose="Abe's.")
    data = filled(browser_of("abe").get(page_of(question)), purpose="Mine.", reason="Taken over.")
    assert browser_of(name).post(page_of(question), data).status_code == 403
    assert Question.objects.get().purpose == "Abe's."


def test_columns_no_form_has_are_not_written_by_sending_them():
    make_question()
    question, ann = make_question(created_by=person("ann"), status="draft"), browser_of("ann")
    data = filled(ann.get(page_of(question)), purpose="Shows care.")
    assert ann.post(page_of(question), data | SMUGGLED).status_code == 302
    now = Question.objects.get(pk=question.pk)
    assert (now.purpose, now.revision) == ("Shows care.", 2)
    assert kept(now) == kept(question)


def test_nor_when_something_is_made():
    ann = browser_of("ann")
    data = filled(ann.get(ADD), text="Why a van?")
    assert ann.post(ADD, data | SMUGGLED).status_code == 302
    made = Question.objects.get()
    assert [made.status, made.publish_at, made.created_by, made.merged_into, made.revision] == [
        *("draft", None, person("ann"), None, 1)
    ]


def test_rows_of_another_question_are_not_changed_by_naming_their_key():
    theirs = make_question(follow_ups=["Abe's probe?"], created_by=person("abe"), status="draft")
    mine, ann = make_question(created_by=person("ann"), status="draft"), browser_of("ann")
    key = theirs.follow_ups.get().pk
    row = {"text": "Ann's probe?", "position": 1, "id": key, "question": theirs.pk}
    rows = {"follow_ups-TOTAL_FORMS": 1, "follow_ups-INITIAL_FORMS": 1} | {f"follow_ups-0-{name}": row[name] for name in row}
    ann.post(page_of(mine), filled(ann.get(page_of(mine))) | rows)
    assert FollowUp.objects.get(pk=key).text == "Abe's probe?"
    assert list(theirs.follow_ups.values_list("text", flat=True)) == ["Abe's probe?"]


@pytest.mark.parametrize("number", ["", "-1", "2", "99", "x", "9" * 40, "9" * 5000, "²"])
@pytest.mark.parametrize("field", ["base", "seen"])
def test_a_made_up_number_of_a_revision_does_not_save_over_a_colleague(field: str, number: str):
    question, ed = make_question(status="draft", purpose="Old."), browser_of("ed")
    data = filled(ed.get(page_of(question)), purpose="Ed's.")
    edit(question, by=person("eve"), purpose="Eve's.")
    edit(question, by=person("eve"), purpose="Eve's own.")
    assert ed.post(page_of(question), data | {field: number}).status_code == 200
    assert Question.objects.get().purpose == "Eve's own."


@pytest.mark.parametrize("number", ["", "-1", "1", "99", "x", "9" * 40, "9" * 5000, "²"])
def test_nor_does_one_sent_to_go_back(number: str):
    question = make_question(status="draft", purpose="Old.")
    first = edit(question, by=person("eve"), purpose="Eve's.")
    edit(question, by=person("eve"), purpose="Eve's own.")
    assert browser_of("ed").post(address(first, "revert"), {"base": number}, follow=True).status_code == 200
    assert Question.objects.get().purpose == "Eve's own."


def test_an_editor_gives_nothing_public_another_role_by_the_rows_of_a_form():
    question, other, ed = make_finished_question(status="published"), make_role(title="Archivist"), browser_of("ed")
    rows = {"role_questions-TOTAL_FORMS": 2, "role_questions-1-role": other.pk}
    ed.post(page_of(question), filled(ed.get(page_of(question))) | rows)
    assert not other.role_questions.exists()
    assert [name for _key, name, *_place in Revision.objects.pending().get().snapshot["roles"]][-1] == "Archivist"


def test_a_draft_put_into_public_places_shows_nowhere(visitor: Client):
    role, ann = make_role(), browser_of("ann")
    link = make_link(title="Ann's link", status="draft", created_by=person("ann"))
    rows = {"role_links-TOTAL_FORMS": 1, "role_links-0-role": role.pk}
    assert ann.post(page_of(link), filled(ann.get(page_of(link))) | rows).status_code == 302
    draft = make_role(title="Ann's role", status="draft", created_by=person("ann"))
    editing.save(draft, snapshots.read(type(draft), [draft.pk])[draft.pk] | {"summary": "x"}, by=person("ann"), base=0)
    for page in (role.get_absolute_url(), "/resources/", role.group.get_absolute_url(), "/roles/"):
        assert "Ann&#x27;s" not in visitor.get(page).content.decode()
