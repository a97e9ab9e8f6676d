"""What the bank says belongs together: topics that stand on the same questions, roles that ask the same ones."""

import pytest

from questions.models import Role, Topic, catalogue_queries
from questions.models import topic as topics_module
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic, place_question

pytestmark = pytest.mark.django_db


def related_to(name: str) -> dict[str, int]:
    return {topic.name: topic.shared for topic in Topic.objects.related_to(make_topic(name=name))}


def test_topics_that_stand_most_often_beside_a_topic_come_first():
    make_question(topics=["Teens", "Budgets"])
    make_question(topics=["Teens", "Budgets", "Art"])
    make_question(topics=["Teens", "Zoos", "Art"])
    make_question(topics=["Budgets", "Grants"])
    assert list(related_to("Teens").items()) == [("Art", 2), ("Budgets", 2), ("Zoos", 1)]


def test_only_published_questions_relate_topics():
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        make_question(topics=["Teens", "Budgets"], status=status)
    assert related_to("Teens") == {}


def test_only_the_newest_questions_of_a_huge_topic_are_looked_at(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(topics_module, "QUESTIONS_LOOKED_AT", 2)
    make_question(topics=["Teens", "Old"])
    make_question(topics=["Teens", "New"])
    make_question(topics=["Teens", "Hidden"], status=Status.DRAFT)
    make_question(topics=["Teens", "New", "Newest"])
    make_question(topics=["Another"])
    assert related_to("Teens") == {"New": 2, "Newest": 1}


def test_the_topics_asked_lately_are_those_of_the_newest_published_questions(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(topics_module, "QUESTIONS_LOOKED_AT", 2)
    make_question(topics=["Old"])
    make_question(topics=["Art", "Budgets"])
    make_question(topics=["Budgets"])
    make_question(topics=["Hidden"], status=Status.DRAFT)
    assert [topic.name for topic in Topic.objects.most_asked_lately()] == ["Budgets", "Art"]


def common(role: Role, number: int = 8) -> dict[str, int]:
    return {other.title: other.shared for other in Role.objects.published().sharing_most_with(role, number)}


def test_the_roles_that_share_most_questions_come_first():
    archivist, curator, driver = (make_role(title=title) for title in ("Archivist", "Curator", "Driver"))
    hidden = make_role(title="Hidden", status=Status.DRAFT)
    for number in range(3):
        question = make_question(role=archivist)
        for role in (driver, hidden) if number else (driver, hidden, curator):
            place_question(question=question, role=role)
    place_question(question=make_question(role=archivist, status=Status.RETIRED), role=curator)
    make_question(role=make_role(title="Stranger"))
    assert list(common(archivist).items()) == [("Driver", 3), ("Curator", 1)]
    assert common(archivist, number=1) == {"Driver": 3}


def test_the_number_of_shared_questions_is_exact_where_not_all_places_were_looked_at(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue_queries, "PLACES_LOOKED_AT", 2)
    archivist, curator = make_role(title="Archivist"), make_role(title="Curator")
    for _ in range(5):
        place_question(question=make_question(role=archivist), role=curator)
    assert common(archivist) == {"Curator": 5}


def test_the_roles_that_ask_most_about_a_topic_come_first_with_the_exact_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue_queries, "QUESTIONS_LOOKED_AT", 3)
    archivist, curator = make_role(title="Archivist"), make_role(title="Curator")
    for _ in range(4):
        make_question(role=archivist, topics=["Paper"])
    make_question(role=curator, topics=["Paper"])
    make_question(role=archivist, topics=["Paper"], status=Status.DRAFT)
    asking = Role.objects.published().asking_most_about(make_topic(name="Paper"), 8)
    assert [(role.title, role.asked) for role in asking] == [("Archivist", 4), ("Curator", 1)]
