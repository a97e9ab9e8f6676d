"""What a search does that finds nothing: other spellings, fewer words, names that look alike."""

import pytest

from questions.search import otherwise, search
from questions.search.spelling import nearest_roles, nearest_topics
from tests.factories import make_question, make_role, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bank() -> None:
    role = make_role(also_called=["Engagement Specialist"])
    make_role(title="Children's Librarian")
    make_role(title="Custodian", status="draft")
    make_question(text="How do you treat a difficult patron?", role=role, topics=["Customer service"])
    make_topic(name="Custom software")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("librarain outreach", "librarian outreach"),
        ("comunity", "community"),
        ("community outreech libraryan", "community outreach librarian"),
        ("engagement specalist", "engagement specialist"),
    ],
)
def test_a_misspelt_role_is_found(typed: str, meant: str):
    results = otherwise(search(typed))
    assert [role.title for role in results.roles] == ["Community Outreach Librarian"]
    assert (results.query.text, results.corrected) == (meant, True)


def test_a_word_nobody_uses_is_left_out_and_named():
    results = otherwise(search("difficult xylophone patron"))
    assert [question.text for question in results.questions] == ["How do you treat a difficult patron?"]
    assert results.missing == ("xylophone",)


def test_what_was_found_is_not_corrected():
    results = search("patron")
    assert otherwise(results) is results or otherwise(results).query == results.query


def test_names_that_look_alike_stand_in_for_nothing():
    query = search("outrage libation").query
    assert next(role.title for role in nearest_roles(query)) == "Community Outreach Librarian"
    assert [topic.name for topic in nearest_topics(search("custmer srvice").query)] == ["Customer service"]


def test_what_is_not_published_is_never_suggested():
    assert not otherwise(search("custodain"))
    assert "Custodian" not in [role.title for role in nearest_roles(search("custodian").query)]
    assert "Custom software" not in [topic.name for topic in nearest_topics(search("custom softwear").query)]
