"""Plain search: roles first, then topics, then questions."""

from django.test import Client

from questions.models import TopicAlias
from tests.factories import make_question, make_role, make_topic

from .reading import links_of, text_of


def test_a_role_is_found_by_its_title_and_by_its_other_titles(visitor: Client):
    make_role(also_called=["Engagement Specialist"])
    for query in ("outreach", "LIBRARIAN community", "engagement specialist"):
        assert list(links_of(visitor.get("/search/", {"q": query}), ".rows a")) == ["Community Outreach Librarian"]


def test_the_role_named_exactly_so_comes_first(visitor: Client):
    make_role(title="Archive Librarian")
    make_role(title="Outreach Worker", also_called=["Librarian"])
    make_role(title="Librarian")
    make_role(title="Librarian for teens")
    found = list(links_of(visitor.get("/search/?q=librarian"), ".rows a"))
    assert found == ["Librarian", "Outreach Worker", "Librarian for teens", "Archive Librarian"]


def test_topics_are_found_by_name_and_alias(visitor: Client):
    topic = make_topic(name="Teens")
    TopicAlias.objects.create(topic=topic, name="Young adults")
    make_question(topics=[topic])
    for query, said in (("teen", "Teens 1"), ("young adults", "Teens Young adults · 1")):
        assert links_of(visitor.get("/search/", {"q": query}), ".tags a") == {said: "/topics/teens/"}


def test_questions_must_hold_every_word(visitor: Client):
    make_question(text="How do you plan a bookmobile route?")
    make_question(text="How do you plan a budget?")
    page = visitor.get("/search/?q=route plan")
    assert list(links_of(page, ".asked a")) == ["How do you plan a bookmobile route?"]
    assert text_of(page, "h2") == ["1 question"]


def test_twenty_questions_are_a_page_and_roles_stand_on_the_first_only(visitor: Client):
    make_role(title="Planner")
    for number in range(21):
        make_question(text=f"How do you plan day {number}?")
    first, second = visitor.get("/search/?q=plan"), visitor.get("/search/?q=plan&page=2")
    assert text_of(first, "h2") == ["Roles", "21 questions"]
    assert text_of(second, "h2") == ["21 questions"]
    assert len(links_of(second, ".asked a")) == 1


def test_more_than_eight_roles_lead_to_the_list_of_all(visitor: Client):
    for number in range(9):
        make_role(title=f"Librarian {number}")
    page = visitor.get("/search/?q=librarian")
    assert len(links_of(page, ".rows a")) == 8
    assert links_of(page, ".more a") == {"All roles for “librarian”": "/roles/?q=librarian"}


def test_nothing_found_helps_on(visitor: Client):
    page = visitor.get("/search/?q=zebra")
    assert text_of(page, ".empty h2") == ["Nothing found for “zebra”"]
    assert links_of(page, ".empty a") == {"all roles": "/roles/", "all topics": "/topics/"}


def test_an_empty_search_only_asks(visitor: Client):
    make_role()
    page = visitor.get("/search/?q=%20")
    assert text_of(page, "h2") == []
    assert text_of(page, "main label") == ["A role, a topic, or words of a question"]


def test_signs_of_the_database_are_ordinary_characters(visitor: Client):
    make_question(text="What does 100% mean to you?")
    make_question(text="What does all of it mean to you?")
    assert list(links_of(visitor.get("/search/", {"q": "100%"}), ".asked a")) == ["What does 100% mean to you?"]
    assert list(links_of(visitor.get("/search/", {"q": "_"}), ".asked a")) == []
