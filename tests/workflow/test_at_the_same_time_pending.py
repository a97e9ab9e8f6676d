"""A pending revision under several hands: accepted, sent back, gone on with and gone back from at the same moment."""

from threading import Event
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from questions.editorial import editing, snapshots
from questions.models import Question, Revision
from tests.admin.forms import filled
from tests.factories import make_finished_question
from tests.revisions.edits import address, edit
from tests.staff import browser_of, person

from .at_once import Together, alone, broken_chains, pages, told

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
STALE, DECIDED = "Somebody else saved this", "It is no longer pending"


class Desk:
    """A public question with Ed's change waiting, and Ed, Pat and Sue before it, each with a browser."""

    def __init__(self) -> None:
        self.question = make_finished_question(status="published", purpose="Old.")
        self.waiting = edit(self.question, by=person("ed"), purpose="Ed's first.")
        self.ed, self.pat, self.sue = browser_of("ed"), browser_of("pat"), browser_of("sue")
        self.page = f"/admin/questions/question/{self.question.pk}/change/"
        self.eds_form = filled(self.ed.get(self.page), purpose="Ed's second.")

    def edits_on(self) -> HttpResponse:
        return self.ed.post(self.page, self.eds_form)

    def accepts(self, who: Client) -> HttpResponse:
        return who.post(address(self.waiting, "accept"))

    def sends_back(self, who: Client) -> HttpResponse:
        return who.post(address(self.waiting, "decline"), {"note": "Say how."})

    def now(self) -> tuple[str, dict[int, str]]:
        """What visitors read, and the state of each revision."""
        assert broken_chains() == []
        states = dict(Revision.objects.of(self.question).values_list("number", "state"))
        return Question.objects.get().purpose, states


@ATTEMPTS
def test_accepting_while_its_author_edits_on(together: Together, attempt: int):
    desk = alone(together, Desk)
    edited, accepted = pages(together(desk.edits_on, lambda: desk.accepts(desk.pat)))
    purpose, states = alone(together, desk.now)
    if STALE in told(edited):  # it was accepted while his form was read; what he typed comes back to him
        assert (purpose, states) == ("Ed's first.", {1: "accepted", 2: "accepted"})
        return
    assert "waits for a publisher" in told(edited)
    if DECIDED in told(accepted):
        assert (purpose, states) == ("Old.", {1: "accepted", 2: "replaced", 3: "pending"})
    else:  # what is live now is what he went on from
        assert (purpose, states) == ("Ed's first.", {1: "accepted", 2: "accepted", 3: "pending"})


@ATTEMPTS
def test_sending_back_while_its_author_edits_on(together: Together, attempt: int):
    desk = alone(together, Desk)
    edited, sent_back = pages(together(desk.edits_on, lambda: desk.sends_back(desk.pat)))
    purpose, states = alone(together, desk.now)
    if STALE in told(edited):
        assert (purpose, states) == ("Old.", {1: "accepted", 2: "declined"})
        assert alone(together, lambda: Revision.objects.get(number=2).decision) == "Say how."
    else:
        assert DECIDED in told(sent_back)
        assert (purpose, states) == ("Old.", {1: "accepted", 2: "replaced", 3: "pending"})


def test_sending_back_when_its_author_is_in_the_middle_of_saving(together: Together, monkeypatch: pytest.MonkeyPatch):
    """The worst moment: Ed's save has seen that his first one waits, and is about to put the second one in its place."""
    desk = alone(together, Desk)
    seen, decided, begin = Event(), Event(), editing.begin

    def in_the_middle(*args: Any) -> None:
        seen.set()
        decided.wait(timeout=0.5)  # in vain: it has to wait for this save
        begin(*args)

    def sends_back() -> HttpResponse:
        seen.wait(timeout=10)
        answer = desk.sends_back(desk.pat)
        decided.set()
        return answer

    monkeypatch.setattr(editing, "begin", in_the_middle)
    _, sent_back = pages(together(desk.edits_on, sends_back))
    assert DECIDED in told(sent_back)
    assert alone(together, desk.now) == ("Old.", {1: "accepted", 2: "replaced", 3: "pending"})


@ATTEMPTS
def test_one_publisher_accepts_while_another_sends_back(together: Together, attempt: int):
    desk = alone(together, Desk)
    answers = pages(together(lambda: desk.accepts(desk.pat), lambda: desk.sends_back(desk.sue)))
    [accepted_lost, declined_lost] = [DECIDED in told(page) for page in answers]
    purpose, states = alone(together, desk.now)
    assert accepted_lost != declined_lost
    assert (purpose, states[2]) == (("Old.", "declined") if accepted_lost else ("Ed's first.", "accepted"))


@ATTEMPTS
def test_two_publishers_accept(together: Together, attempt: int):
    desk = alone(together, Desk)
    answers = pages(together(lambda: desk.accepts(desk.pat), lambda: desk.accepts(desk.sue)))
    assert sorted(DECIDED in told(page) for page in answers) == [False, True]
    assert alone(together, desk.now) == ("Ed's first.", {1: "accepted", 2: "accepted"})


@ATTEMPTS
def test_accepting_while_a_publisher_saves_another_part(together: Together, attempt: int):
    desk = alone(together, Desk)
    pats_form = alone(together, lambda: filled(desk.sue.get(desk.page), pitfalls="Vague plans."))
    saved, _ = pages(together(lambda: desk.sue.post(desk.page, pats_form), lambda: desk.accepts(desk.pat)))
    purpose, _ = alone(together, desk.now)
    pitfalls = alone(together, lambda: Question.objects.get().pitfalls)
    assert (purpose, pitfalls) == ("Ed's first.", "" if STALE in told(saved) else "Vague plans.")


@ATTEMPTS
def test_going_back_while_somebody_saves(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        question = make_finished_question(purpose="Old.")
        edit(question, by=person("ed"), purpose="Newer.")
        page = f"/admin/questions/question/{question.pk}/change/"
        first = Revision.objects.get(number=1)
        return page, filled(browser_of("ed").get(page), purpose="Newest."), first, browser_of("ed"), browser_of("pat")

    page, form, first, ed, pat = alone(together, prepare)
    saved, went_back = pages(together(lambda: ed.post(page, form), lambda: pat.post(address(first, "revert"), {"base": 2})))
    purpose = alone(together, lambda: Question.objects.get().purpose)
    lost = ["Nothing was changed: somebody saved" in told(went_back), STALE in told(saved)]
    assert lost == ([True, False] if purpose == "Newest." else [False, True])
    assert alone(together, broken_chains) == []


def test_a_save_of_what_is_deleted_at_that_moment_is_told(together: Together):
    def prepare() -> tuple[Question, dict]:
        question = make_finished_question()
        return question, snapshots.read(Question, [question.pk])[question.pk]

    question, snapshot = alone(together, prepare)
    alone(together, lambda: Question.objects.all().delete())
    [told_so] = together(lambda: editing.save(question, snapshot | {"purpose": "Late."}, by=person("pat"), base=0))
    assert isinstance(told_so, editing.StaleError)
