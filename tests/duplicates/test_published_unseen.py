"""Whatever way a question comes in, it is compared with the others before visitors see it."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from questions.editorial import publishing
from questions.editorial.duplicates import arriving
from questions.models import NearDuplicate, Question
from questions.vocabulary import Status
from tests.admin.forms import send
from tests.admin.test_actions import run, said
from tests.factories import make_finished_question, make_question, make_role, make_suggestion, make_topic
from tests.staff import browser_of, person

pytestmark = pytest.mark.django_db

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"
REFUSED = "it reads much like another question"


@pytest.fixture
def known() -> Question:
    return make_question(text=ROUTE, role=make_role())


@pytest.fixture
def pat() -> Client:
    return browser_of("pat")


def page_of(question: Question, page: str = "change") -> str:
    return f"/admin/questions/question/{question.pk}/{page}/"


def test_a_draft_nobody_has_compared_is_compared_when_it_is_published(known: Question):
    question = make_finished_question(text=REWORDED)
    outcome = publishing.publish([question], by=person("pat"))
    assert outcome.refused == [(question, f"{REFUSED}: merge the two, or say that they are two")]
    pair = NearDuplicate.objects.open().get()
    assert (pair.first, pair.second) == (known, question)


def test_two_new_ones_that_are_published_together_are_compared_with_each_other():
    both = [make_finished_question(text=text) for text in (ROUTE, REWORDED)]
    assert [question for question, _why in publishing.publish(both, by=person("pat")).refused] == both


def test_of_very_many_only_so_many_are_compared_and_the_rest_told_to_wait(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(publishing, "MOST_AT_ONCE", 2)
    first, second, third = (make_finished_question() for _ in range(3))
    outcome = publishing.publish(Question.objects.all(), by=person("pat"))
    assert outcome.done == [first, second]
    [(refused, why)] = outcome.refused
    assert refused == third
    assert why == "it was not compared with the other questions yet: publish fewer at once, or wait for the timer, which does it"
    assert publishing.publish([third], by=person("pat")).done == [third]


def test_a_suggestion_that_only_got_its_topic_and_purpose_is_not_published_beside_its_twin(known: Question, pat: Client):
    run(pat, "message", "accept", make_suggestion(text=REWORDED, role=known.roles.get()))
    draft = Question.objects.get(text=REWORDED)
    assert NearDuplicate.objects.open().get().second == draft
    answer = send(pat, page_of(draft), topics=[make_topic().pk], purpose="Shows planning.", _save="publish")
    assert REFUSED in said(answer)
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_whoever_saves_what_was_never_compared_hears_of_its_twin_though_they_left_its_text_alone(known: Question, pat: Client):
    draft = make_finished_question(text=REWORDED)
    assert "The bank has much the same already" in said(send(pat, page_of(draft), purpose="Shows planning."))
    assert NearDuplicate.objects.open().exists()
    assert "much the same" not in said(send(pat, page_of(draft), purpose="Shows care."))


def test_a_guide_too_large_to_be_compared_at_once_is_compared_when_its_drafts_are_published(
    known: Question, pat: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(arriving, "MOST_NOTED", 0)
    path = tmp_path / "Libraries" / "Outreach" / "Driver.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"# Driver\n\n## Vans\n\n1. {REWORDED}\n   - Purpose: Shows planning.\n", encoding="utf-8")
    call_command("import_guides", path, draft=True, quiet=True)
    draft = Question.objects.get(text=REWORDED)
    assert draft.compared_at is None
    assert REFUSED in said(run(pat, "question", "publish", draft))


def test_a_time_from_which_it_is_public_is_not_set_unseen_either(known: Question, pat: Client):
    draft = make_finished_question(text=REWORDED)
    answer = pat.post(
        page_of(draft, "schedule"), {"publish_at_0": "2100-01-01", "publish_at_1": "08:00:00", "base": 0}, follow=True
    )
    assert REFUSED in said(answer)
