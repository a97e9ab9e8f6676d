"""What keeps a thing from being published, in plain reasons; a draft may lack all of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.editorial import publishing
from questions.editorial.duplicates import noting
from questions.models import NearDuplicate
from tests.factories import make_finished_question, make_link, make_question, make_role
from tests.staff import browser_of, person

pytestmark = pytest.mark.django_db


def refusal(thing: object) -> str:
    outcome = publishing.publish([thing], by=person("pat"))
    assert outcome.done == []
    return outcome.refused[0][1]


def test_a_bare_question_is_told_all_it_lacks():
    assert refusal(make_question(status="draft")) == (
        "no role asks it: add one; it has no topic: add one; it does not say why it is asked: write its purpose"
    )


@pytest.mark.parametrize("words", ["TODO", "todo: points", "Say more ???", "Lorem ipsum dolor", "TBD."])
def test_unfinished_guidance_is_told(words: str):
    assert "unfinished" in refusal(make_finished_question(points=words))


def test_a_word_of_another_language_is_no_note_to_come_back_to():
    question = make_finished_question(points="Escuchar, ante todo, a todo el mundo.")
    assert publishing.publish([question], by=person("pat")).done == [question]


@pytest.mark.parametrize(
    "said", [{"text": "Why TODO?"}, {"follow_ups": ["And TODO?"]}, {"benchmarks": {"mid": "TBD"}}], ids=lambda said: str([*said])
)
def test_all_that_visitors_read_is_looked_at(said: dict):
    assert "unfinished" in refusal(make_finished_question(**said))


def test_a_question_much_like_another_waits_until_somebody_has_said_that_they_are_two():
    question = make_finished_question(text="How do you plan a bookmobile route?")
    make_question(text="How would you plan routes for the bookmobile?")
    assert "reads much like another question" in refusal(question)
    noting.dismiss(NearDuplicate.objects.all(), by=person("ed"))
    assert publishing.publish([question], by=person("pat")).done == [question]


def test_a_question_much_like_a_retired_one_may_be_published():
    question = make_finished_question(text="How do you plan a bookmobile route?")
    make_question(text="How would you plan routes for the bookmobile?", status="retired")
    assert publishing.publish([question], by=person("pat")).done == [question]
    assert (NearDuplicate.objects.count(), NearDuplicate.objects.open().count()) == (1, 0)


def test_a_role_needs_questions_a_summary_and_links_that_work():
    role = make_role(status="draft")
    make_link(role=role, check_state="dead")
    assert refusal(role) == (
        "it has no question: add some; it has no summary: write the one sentence lists show; "
        "one of its links is dead: mend the link or take it off the role"
    )


def test_a_dead_link_and_one_that_belongs_nowhere_are_not_published():
    assert refusal(make_link(status="draft")) == "it belongs to no role and no topic: add one"
    assert refusal(make_link(status="draft", topics=["Budgets"], check_state="dead")) == "it was found dead: mend its address"


def test_the_page_says_what_was_published_and_what_not_and_why():
    ready, bare = make_finished_question(), make_question(status="draft", text="Why?")
    pat = browser_of("pat")
    chosen = {"action": "publish", "_selected_action": [ready.pk, bare.pk]}
    page = pat.post("/admin/questions/question/", chosen, follow=True).content.decode()
    assert "Published: 1 question." in page
    assert "Not published:" in page
    assert "no role asks it: add one; it has no topic: add one" in page


def test_publishing_asks_as_much_of_the_database_for_many_as_for_few():
    asked = []
    for number in (3, 30):
        questions = [make_finished_question(compared_at=timezone.now()) for _ in range(number)]
        pat = person("pat")
        pat.has_perm("questions.publish")
        with CaptureQueriesContext(connection) as queries:
            assert len(publishing.publish(questions, by=pat).done) == number
        asked.append(len(queries))
    assert asked[0] == asked[1]
