"""Links worth following, by kind and topic."""

from django.test import Client

from questions.vocabulary import LinkKind, Status
from tests.factories import make_link

from .reading import links_of, text_of


def make_three_links() -> None:
    make_link(title="A course", kind=LinkKind.TRAINING, topics=["Teens"])
    make_link(title="An association", kind=LinkKind.ASSOCIATION, note="Join it.", topics=["Budgets"])
    make_link(title="Another association", kind=LinkKind.ASSOCIATION)


def test_links_are_grouped_by_kind(visitor: Client):
    make_three_links()
    make_link(title="A draft", status=Status.DRAFT)
    page = visitor.get("/resources/")
    assert text_of(page, "h2") == ["Associations", "Courses and training"]
    assert text_of(page, ".links li") == ["An association Join it.", "Another association", "A course"]


def test_a_kind_can_be_chosen_and_says_how_many_there_are(visitor: Client):
    make_three_links()
    page = visitor.get("/resources/?kind=training")
    assert list(links_of(page, ".links a")) == ["A course"]
    assert text_of(page, ".chips a") == ["All 3", "Associations 2", "Courses and training 1"]
    assert text_of(page, ".chips [aria-current]") == ["Courses and training 1"]


def test_a_topic_can_be_chosen_among_those_with_links(visitor: Client):
    make_three_links()
    page = visitor.get("/resources/?topic=teens")
    assert list(links_of(page, ".links a")) == ["A course"]
    assert text_of(page, "option") == ["All topics", "Budgets", "Teens"]
    assert text_of(page, ".chips a") == ["All 1", "Courses and training 1"]


def test_fifty_links_are_a_page(visitor: Client):
    for number in range(51):
        make_link(title=f"Link {number:02}")
    assert len(links_of(visitor.get("/resources/"), ".links a")) == 50
    assert list(links_of(visitor.get("/resources/?page=2"), ".links a")) == ["Link 50"]


def test_links_send_no_recommendation_and_keep_no_hold_on_this_page(visitor: Client):
    make_link(title="A course")
    assert 'rel="nofollow noopener"' in visitor.get("/resources/").text
