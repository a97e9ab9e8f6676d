"""The desk shows each person what they can do something about, and no more."""

import pytest
from django.test import Client

from questions.editorial import editing, publishing, snapshots
from questions.models import Question, Revision
from questions.models.resource import CheckState
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_report
from tests.pages.reading import links_of, parse, text_of
from tests.staff import browser_of, person

from .reading import desk_of, rows_behind


def draft_of(name: str, **values: object) -> Question:
    return make_question(status=Status.DRAFT, created_by=person(name), **values)


@pytest.fixture
def busy_bank(db: None) -> None:
    make_question(status=Status.REVIEW)
    make_link(check_state=CheckState.DEAD)
    make_report()
    make_question(text="How do you plan a stop?")
    draft_of("ann")


def propose_a_change() -> Question:
    question = Question.objects.get(text="How do you plan a stop?")
    said = snapshots.read(Question, [question.pk])[question.pk] | {"purpose": "Shows how you listen."}
    editing.save(question, said, by=person("ed"), base=question.revision)
    return question


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("vera", set()),
        ("ann", {"Your questions in draft"}),
        ("abe", set()),
        ("ed", {"Questions in review", "Problem reports", "Stale questions", "Dead links"}),
        ("pat", {"Pending revisions", "Questions in review", "Problem reports", "Stale questions", "Dead links"}),
    ],
)
def test_each_sees_what_concerns_them(busy_bank: None, name: str, sees: set[str]):
    propose_a_change()
    assert set(desk_of(browser_of(name))) == sees


def test_a_publisher_finds_the_pending_revisions(busy_bank: None):
    propose_a_change()
    pat = browser_of("pat")
    assert desk_of(pat)["Pending revisions"] == "1"
    [row] = rows_behind(pat, "Pending revisions")
    assert "How do you plan a stop?" in row


def test_an_author_finds_what_a_colleague_sent_back_until_they_change_it(db: None):
    question = draft_of("ann", text="How do you plan a stop?")
    publishing.send_to_review([question], by=person("ann"))
    publishing.send_back([question], by=person("ed"))
    ann = browser_of("ann")
    assert desk_of(ann) == {"Your questions sent back": "1", "Your questions in draft": "1"}
    assert len(rows_behind(ann, "Your questions sent back")) == 1
    question.refresh_from_db()
    said = snapshots.read(Question, [question.pk])[question.pk] | {"purpose": "Shows how you listen."}
    editing.save(question, said, by=person("ann"), base=question.revision)
    assert desk_of(ann) == {"Your questions in draft": "1"}


def test_what_an_author_took_back_themselves_is_a_draft_and_not_sent_back(db: None):
    question = draft_of("ann")
    publishing.send_to_review([question], by=person("ann"))
    publishing.send_back([question], by=person("ann"))
    assert desk_of(browser_of("ann")) == {"Your questions in draft": "1"}


def test_a_list_of_mine_is_that_of_who_looks(db: None):
    draft_of("ann"), draft_of("abe"), draft_of("abe")
    assert len(rows_behind(browser_of("ann"), "Your questions in draft")) == 1
    assert len(rows_behind(browser_of("abe"), "Your questions in draft")) == 2


def test_an_empty_desk_says_so_kindly(editor: Client):
    [said] = text_of(editor.get("/admin/"), ".desk .desk-empty")
    assert said == "Nothing waits for you. Thank you for keeping the bank in good order."


def test_who_is_not_signed_in_sees_no_desk(visitor: Client, busy_bank: None):
    page = visitor.get("/admin/")
    assert page.status_code == 302
    assert "/login/" in page.url


def test_the_desk_stands_above_djangos_own_list_of_models(editor: Client, busy_bank: None):
    page = editor.get("/admin/")
    assert len(parse(page).query("#content-main")) == 1
    assert page.text.index("Problem reports") < page.text.index("Messages from visitors")
    assert links_of(page, "#content-main .model-question a")["Questions"] == "/admin/questions/question/"


def test_an_editor_finds_a_change_that_a_publisher_sent_back_until_they_change_it_again(busy_bank: None):
    question = propose_a_change()
    pending = Revision.objects.pending().get()
    editing.decline(pending, by=person("pat"), note="Say of whom.")
    ed = browser_of("ed")
    assert desk_of(ed)["Your changes sent back"] == "1"
    [row] = rows_behind(ed, "Your changes sent back")
    assert "How do you plan a stop?" in row
    assert "Your changes sent back" not in desk_of(browser_of("eve"))
    question.refresh_from_db()
    editing.save(question, pending.snapshot | {"purpose": "Shows how they listen."}, by=person("ed"), base=question.revision)
    assert "Your changes sent back" not in desk_of(ed)


def test_what_an_editor_took_back_themselves_was_not_sent_back(busy_bank: None):
    propose_a_change()
    editing.decline(Revision.objects.pending().get(), by=person("ed"))
    assert "Your changes sent back" not in desk_of(browser_of("ed"))
