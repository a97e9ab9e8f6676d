"""What becomes of an edit: an author's draft, an editor's change of something public, a publisher's."""

import pytest
from django.test import Client

from questions.editorial import editing
from questions.models import Question, Revision
from questions.vocabulary import Status
from tests.admin.forms import errors, filled, rows, send
from tests.factories import make_finished_question, make_link, make_question, make_role, make_topic
from tests.staff import browser_of, person

pytestmark = pytest.mark.django_db


def change(thing: object) -> str:
    return f"/admin/questions/{thing._meta.model_name}/{thing.pk}/change/"


def test_what_an_author_writes_is_a_draft_of_theirs_with_a_first_revision():
    role = make_role()
    page = send(
        browser_of("ann"),
        "/admin/questions/question/add/",
        text="How do you plan a story hour?",
        topics=[make_topic().pk],
        inlines={"role_questions": [{"role": role.pk}], "follow_ups": [{"text": "For whom?"}]},
    )
    assert errors(page) == ""
    question = Question.objects.get()
    assert (question.status, question.created_by.username) == (Status.DRAFT, "ann")
    revision = Revision.objects.get()
    assert (revision.number, revision.author_name, revision.state) == (1, "ann", "accepted")
    assert revision.snapshot["text"] == "How do you plan a story hour?"
    assert revision.snapshot["roles"] == [[role.pk, role.title, None, 1]]
    assert revision.snapshot["follow_ups"] == ["For whom?"]


def test_an_author_changes_their_own_and_nobody_elses():
    own, other = make_question(created_by=person("ann"), status="draft"), make_question(created_by=person("abe"), status="draft")
    ann = browser_of("ann")
    assert errors(send(ann, change(own), purpose="Shows planning.")) == ""
    own.refresh_from_db()
    assert own.purpose == "Shows planning."
    assert ann.get(change(other)).status_code == 200  # to look at
    assert ann.post(change(other), filled(browser_of("sue").get(change(other)), purpose="Mine!")).status_code == 403


def test_an_editors_change_of_a_public_question_waits_and_visitors_see_the_live_text(visitor: Client):
    question = make_finished_question(status=Status.PUBLISHED, text="How do you plan?")
    send(browser_of("ed"), change(question), text="How do you plan a year?", reason="Clearer.")
    question.refresh_from_db()
    assert question.text == "How do you plan?"
    assert "How do you plan?" in visitor.get(question.get_absolute_url()).content.decode()
    pending = Revision.objects.pending().get()
    assert (pending.author_name, pending.reason, pending.snapshot["text"]) == ("ed", "Clearer.", "How do you plan a year?")


def test_a_change_that_waits_is_not_said_to_be_made():
    question = make_finished_question(status=Status.PUBLISHED)
    page = browser_of("ed")
    sent = page.post(change(question), filled(page.get(change(question)), purpose="Shows foresight."), follow=True)
    assert [(note.level_tag, "waits for a publisher" in note.message) for note in sent.context["messages"]] == [("info", True)]


def test_the_next_editor_goes_on_from_the_pending_revision():
    role = make_role()
    question = make_finished_question(status=Status.PUBLISHED, role=role, follow_ups=["First?"])
    send(browser_of("ed"), change(question), purpose="Shows foresight.", inlines={"follow_ups": [{"text": "Second?"}]})
    page = browser_of("eve").get(change(question))
    assert page.context["adminform"].form["purpose"].value() == "Shows foresight."
    assert "You are looking at the pending revision" in page.content.decode()
    page = send(browser_of("eve"), change(question), pitfalls="A list of tools.")
    assert errors(page) == ""
    pending = Revision.objects.pending().get()
    assert (pending.author_name, pending.base) == ("eve", 1)
    assert pending.snapshot["purpose"] == "Shows foresight."
    assert pending.snapshot["pitfalls"] == "A list of tools."
    assert pending.snapshot["follow_ups"] == ["First?", "Second?"]
    assert [place[0] for place in pending.snapshot["roles"]] == [role.pk]
    assert Revision.objects.filter(state="replaced").get().author_name == "ed"


def test_accepted_the_revision_is_what_visitors_see(visitor: Client):
    question = make_finished_question(status=Status.PUBLISHED)
    send(browser_of("ed"), change(question), text="What is a good plan?", topics=[make_topic(name="Planning").pk])
    editing.accept(Revision.objects.pending().get(), by=person("pat"), note="Good.")
    page = visitor.get(question.get_absolute_url()).content.decode()
    assert "What is a good plan?" in page
    assert "Planning" in page
    question.refresh_from_db()
    last = Revision.objects.of(question).first()
    assert (last.state, last.number, last.decided_by_name, last.decision) == ("accepted", question.revision, "pat", "Good.")


def test_a_publishers_change_of_a_public_question_shows_at_once():
    question = make_finished_question(status=Status.PUBLISHED)
    send(browser_of("pat"), change(question), purpose="Shows care.", reason="")
    question.refresh_from_db()
    assert question.purpose == "Shows care."
    assert [(r.number, r.author_name, r.reason) for r in Revision.objects.of(question)] == [
        (2, "pat", "Edited."),
        (1, "", "As it was before revisions were kept."),
    ]


def test_saving_without_a_change_makes_no_revision():
    question = make_finished_question(status=Status.PUBLISHED)
    for name in ("ed", "pat"):
        assert errors(send(browser_of(name), change(question))) == ""
    assert not Revision.objects.exclude(author_name="").exists()


def test_the_buttons_beside_save_send_to_review_and_publish():
    draft = make_finished_question(created_by=person("ann"))
    ann, pat = browser_of("ann"), browser_of("pat")
    assert 'value="publish"' not in ann.get(change(draft)).content.decode()
    send(ann, change(draft), pitfalls="Vagueness.", _save="send_to_review")
    draft.refresh_from_db()
    assert (draft.status, draft.pitfalls) == (Status.REVIEW, "Vagueness.")
    send(pat, change(draft), _save="publish")
    draft.refresh_from_db()
    assert draft.status == Status.PUBLISHED


def test_whoever_types_a_button_they_were_not_given_is_refused():
    draft = make_finished_question(created_by=person("ann"))
    send(browser_of("ann"), change(draft), _save="publish")
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_a_role_and_a_link_keep_revisions_too():
    role, link = make_role(also_called=["Outreach Librarian"]), make_link(topics=["Budgets"])
    send(browser_of("ed"), change(role), summary="Meets people.", inlines={"titles": [{"name": "MLIS", "kind": "short"}]})
    send(browser_of("ed"), change(link), note="Good before an interview.")
    for thing in (role, link):
        editing.accept(Revision.objects.of(thing).pending().get(), by=person("pat"))
        thing.refresh_from_db()
    assert role.summary == "Meets people."
    assert list(role.titles.values_list("name", flat=True)) == ["Outreach Librarian", "MLIS"]
    assert link.note == "Good before an interview."


def test_removing_and_blanking_rows_is_an_edit_like_any_other():
    question = make_question(
        follow_ups=["First?", "Second?"], benchmarks={"entry": "Tells a story."}, created_by=person("ann"), status="draft"
    )
    ann = browser_of("ann")
    data = filled(ann.get(change(question)))
    ann.post(change(question), data | {"follow_ups-0-DELETE": "on", "benchmarks-0-level": "", "benchmarks-0-text": ""})
    assert list(question.follow_ups.values_list("text", flat=True)) == ["Second?"]
    assert not question.benchmarks.exists()


def test_an_order_of_probes_typed_as_numbers_is_kept():
    question = make_question(follow_ups=["First?", "Second?"])
    pat = browser_of("pat")
    data = rows(filled(pat.get(change(question))), "follow_ups", {"text": "Zeroth?", "position": "0"})
    pat.post(change(question), data | {"follow_ups-0-position": "5"})
    assert list(question.follow_ups.values_list("text", flat=True)) == ["Zeroth?", "Second?", "First?"]
