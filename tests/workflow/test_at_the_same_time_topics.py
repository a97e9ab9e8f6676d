"""Topics merged while others write about them: no question falls between, and nothing speaks of a topic that is gone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse

from questions.guides.loading.importing import import_guides
from questions.models import Question, QuestionTopic, Topic
from tests.admin.forms import filled
from tests.factories import make_question, make_role, make_topic
from tests.staff import browser_of

from .at_once import Together, alone, broken_chains, pages, told

ATTEMPTS = pytest.mark.parametrize("attempt", range(4))
LIST, QUESTIONS = "/admin/questions/topic/", "/admin/questions/question/"
GUIDE = "# Archivist\n\n## Questions\n\n### Money\n\n1. How do you plan a budget?\n2. How do you spend it?\n"


def merging(*topics: Topic, into: Topic) -> Callable[[], HttpResponse]:
    """Pat, about to merge them."""
    pat, sent = browser_of("pat"), {"topic": [topic.pk for topic in (*topics, into)], "into": into.pk}
    return lambda: pat.post(f"{LIST}merge/", sent)


def about() -> dict[str, list[str]]:
    """The topics there are, by question."""
    return {
        question.text: [topic.name for topic in question.topics.order_by("name")] for question in Question.objects.order_by("pk")
    }


@ATTEMPTS
def test_while_a_question_with_that_topic_is_saved(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
        question, ed = make_question(text="Why?", topics=[money], status="draft"), browser_of("ed")
        page = f"{QUESTIONS}{question.pk}/change/"
        form = filled(ed.get(page), purpose="Shows care.")
        return merging(money, into=budgets), lambda: ed.post(page, form)

    merged, saved = pages(together(*alone(together, prepare)))
    assert "Merged “Money” into" in told(merged)
    assert alone(together, about) == {"Why?": ["Budgets"]}
    purpose = alone(together, lambda: Question.objects.get().purpose)
    assert purpose == ("" if saved.status_code == 200 else "Shows care.")
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_while_a_question_gets_that_topic(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
        question, ed = make_question(text="Why?", status="draft"), browser_of("ed")
        page = f"{QUESTIONS}{question.pk}/change/"
        form = filled(ed.get(page), topics=[money.pk])
        return merging(money, into=budgets), lambda: ed.post(page, form)

    merged, saved = pages(together(*alone(together, prepare)))
    assert "Merged “Money” into" in told(merged)
    # Saved first it goes over with the topic; else the form comes back and says that there is no such topic.
    assert alone(together, about) == {"Why?": [] if saved.status_code == 200 else ["Budgets"]}
    assert "changed successfully" not in (told(saved) if saved.status_code == 200 else "")
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_while_many_questions_get_that_topic_from_the_list(together: Together, attempt: int):
    def prepare() -> tuple[Any, ...]:
        money, budgets = make_topic(name="Money"), make_topic(name="Budgets")
        keys, sue = [make_question(text=f"Why {number}?").pk for number in range(5)], browser_of("sue")
        sent = {"action": "add_topics", "_selected_action": keys, "apply": "yes", "value": [money.pk]}
        return merging(money, into=budgets), lambda: sue.post(QUESTIONS, sent)

    _, added = pages(together(*alone(together, prepare)))
    expected = [] if added.status_code == 200 else ["Budgets"]
    assert alone(together, about) == {f"Why {number}?": expected for number in range(5)}
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_several_topics_while_their_questions_are_published(together: Together, attempt: int):
    """The merge goes topic by topic, so it meets the questions in another order than the list does."""

    def prepare() -> tuple[Any, ...]:
        role, names = make_role(), ("Funds", "Grants", "Money")
        topics, budgets, sue = [make_topic(name=name) for name in names], make_topic(name="Budgets"), browser_of("sue")
        keys = [
            make_question(text=f"Why {number}?", role=role, topics=[topics[2 - number % 3]], purpose="Care.", status="draft").pk
            for number in range(12)
        ]
        sent = {"action": "publish", "_selected_action": keys}
        return merging(*topics, into=budgets), lambda: sue.post(QUESTIONS, sent)

    _, published = pages(together(*alone(together, prepare)))
    assert "Published: 12 questions." in told(published)
    assert alone(together, about) == {f"Why {number}?": ["Budgets"] for number in range(12)}
    assert alone(together, broken_chains) == []


@ATTEMPTS
def test_while_a_guide_with_that_topic_comes_in(together: Together, tmp_path: Path, attempt: int):
    guide = tmp_path / "Libraries" / "Librarianship" / "Archivist.md"
    guide.parent.mkdir(parents=True)
    guide.write_text(GUIDE, encoding="utf-8")
    merge = alone(together, lambda: merging(make_topic(name="Money"), into=make_topic(name="Budgets")))
    merged, report = together(merge, lambda: import_guides([guide]))
    pages([merged])
    assert not isinstance(report, Exception), report
    assert report.failures == []
    assert alone(together, about) == {"How do you plan a budget?": ["Budgets"], "How do you spend it?": ["Budgets"]}
    assert alone(together, lambda: QuestionTopic.objects.filter(tag=None).count()) == 0
    assert alone(together, broken_chains) == []
