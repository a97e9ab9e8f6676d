"""A pending revision beside what is live, and deciding on it from there."""

import re
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.models import Question, Revision
from tests.factories import make_question, make_role
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person


@pytest.fixture
def question(db: None) -> Question:
    return make_question(text="Why do you drive?", purpose="To see a plan.", role=make_role(), topics=["Routes"])


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_what_goes_and_what_comes_is_told_in_words_not_in_colour_alone(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    page = browser_of("pat").get(address(waiting, "compare")).text
    assert "To see a − removed: plan (end)" in words(page)
    assert "To see a + added: route (end)" in words(page)
    assert len(re.findall("<del>", page)) == len(re.findall("<ins>", page)) == 1
    assert "The same in both: Text, Kind, Points" in words(page)


def test_it_says_who_when_why_and_what_the_checklist_finds(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see TODO.", reason="Half done.")
    page = words(browser_of("pat").get(address(waiting, "compare")).text)
    assert "by ed" in page
    assert "Half done." in page
    assert "its text or guidance is unfinished" in page
    assert "Not all of this is so in the live version, and so it cannot be accepted" in page


def test_a_publisher_accepts_and_visitors_see_it(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    page = browser_of("pat").post(address(waiting, "accept"), {"note": "Good."}, follow=True)
    assert "Revision 2 accepted: Good." in words(page.text)
    question.refresh_from_db()
    waiting.refresh_from_db()
    assert (question.purpose, waiting.state, waiting.decision) == ("To see a route.", "accepted", "Good.")
    assert LogEntry.objects.get().get_change_message() == "Revision 2 accepted: Good."


def test_a_publisher_sends_back_with_a_note(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    page = browser_of("pat").post(address(waiting, "decline"), {"note": "Say which route."}, follow=True)
    assert "Revision 2 sent back: Say which route." in words(page.text)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.decision) == ("declined", "Say which route.")


def test_the_note_of_a_publisher_stays_where_nothing_could_be_accepted(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    edit(question, by=person("pat"), purpose="To hear.")
    page = browser_of("pat").post(address(waiting, "accept"), {"note": 'Well "seen".'}).text
    assert "changed in the same place since" in page
    assert 'value="Well &quot;seen&quot;."' in page


def test_its_author_takes_it_back_and_nobody_else_does(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    assert browser_of("eve").post(address(waiting, "decline")).status_code == 403
    assert "Take it back" in browser_of("ed").get(address(waiting, "compare")).text
    assert "taken back" in browser_of("ed").post(address(waiting, "decline"), follow=True).text


def test_what_was_changed_live_since_is_kept_and_shown_so(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    edit(question, by=person("pat"), pitfalls="No map.")
    page = browser_of("pat").get(address(waiting, "compare"))
    assert "what was changed since then is kept" in page.text
    assert [difference.label for difference in page.context["changed"]] == ["Purpose"]
    assert "changed live since" in browser_of("pat").post(address(waiting, "accept"), follow=True).text


def test_a_conflict_is_a_message_and_changes_nothing(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    edit(question, by=person("pat"), purpose="To see a budget.")
    page = browser_of("pat").post(address(waiting, "accept"), follow=True)
    assert "The live version was changed in the same place since: purpose." in words(page.text)
    question.refresh_from_db()
    assert question.purpose == "To see a budget."


def test_the_one_that_has_waited_longest_comes_next(question: Question):
    first = edit(question, by=person("ed"), purpose="To see a route.")
    second, third = (edit(make_question(), by=person("ed"), purpose="To hear.") for _ in range(2))
    pat = browser_of("pat")
    for here, following in ((first, second), (second, third), (third, first)):
        assert pat.get(address(here, "compare")).context["next"] == following


def test_any_two_of_one_thing_are_compared_and_no_two_of_different_ones(question: Question):
    first, second, third = (edit(question, by=person("pat"), purpose=text) for text in ("One way.", "Two ways.", "Three ways."))
    vera = browser_of("vera")
    chosen = vera.get("/admin/questions/revision/compare/", {"old": third.pk, "new": first.pk}, follow=True)
    assert chosen.redirect_chain == [(f"/admin/questions/revision/compare/{first.pk}/{third.pk}/", 302)]
    assert "One" in chosen.text
    other = edit(make_question(), by=person("pat"), purpose="Else.")
    assert vera.get(f"/admin/questions/revision/compare/{first.pk}/{other.pk}/").status_code == 404
    for strange in (10**17, 10**30):
        assert vera.get(f"/admin/questions/revision/compare/{second.pk}/{strange}/").status_code == 404
        assert vera.get(f"/admin/questions/revision/{strange}/compare/").status_code == 404


@pytest.mark.parametrize("asked", [{}, {"old": "x", "new": "1"}, {"old": "9" * 40}, {"old": "1", "new": "1"}])
def test_a_choice_that_is_none_is_asked_for_again(question: Question, asked: dict[str, str]):
    page = browser_of("vera").get("/admin/questions/revision/compare/", asked, follow=True)
    assert "Choose two different revisions" in page.text


def test_a_comparison_costs_the_same_however_much_waits_and_hangs_on_it(question: Question):
    pat, asked = browser_of("pat"), []
    for count in (1, 20):
        waiting = edit(question, by=person("ed"), follow_ups=[f"And {number}?" for number in range(count)])
        for _ in range(count):
            edit(make_question(), by=person("ed"), purpose="To hear.")
        with CaptureQueriesContext(connection) as queries:
            pat.get(address(waiting, "compare"))
        asked.append(len(queries))
    assert asked[0] == asked[1] < 30


def test_the_ledger_can_be_read_after_the_thing_is_deleted(question: Question):
    waiting = edit(question, by=person("ed"), purpose="To see a route.")
    question.delete()
    pat = browser_of("pat")
    assert "It has been deleted since." in pat.get(address(waiting, "compare")).text
    assert "It has been deleted since." in pat.post(address(waiting, "accept"), follow=True).text
    assert Revision.objects.pending().exists()
    pat.post(address(waiting, "decline"))
    assert not Revision.objects.pending().exists()
