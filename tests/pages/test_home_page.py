"""The first page helps who knows the role, who browses, and who prepares a topic."""

from django.test import Client

from questions.vocabulary import Status
from tests.factories import make_field, make_group, make_question, make_role

from .reading import links_of, text_of


def test_an_empty_bank_says_so(visitor: Client):
    page = visitor.get("/")
    assert page.status_code == 200
    assert "still empty" in text_of(page, ".empty")[0]


def test_fields_with_published_roles_are_listed_with_their_number(visitor: Client):
    make_role()
    make_role(title="Archivist")
    make_role(title="Nurse", group=make_group(name="Nursing", field=make_field(name="Health")), status=Status.DRAFT)
    fields = text_of(visitor.get("/"), "section[aria-labelledby=fields] li")
    assert fields == ["Library and Information Science 2 roles"]


def test_featured_roles_and_their_topics_are_offered(visitor: Client):
    make_question(role=make_role(featured=True), topics=["Teens"])
    make_question(role=make_role(title="Archivist"), topics=["Paper"])
    make_role(title="Curator", featured=True, status=Status.REVIEW)
    page = visitor.get("/")
    assert list(links_of(page, "section[aria-labelledby=featured] .rows a")) == ["Community Outreach Librarian"]
    assert links_of(page, "section[aria-labelledby=topics] .tags a") == {"Teens": "/topics/teens/"}


def test_the_newest_published_questions_come_first(visitor: Client):
    make_question(text="Older?")
    make_question(text="Newer?")
    make_question(text="Hidden?", status=Status.DRAFT)
    assert list(links_of(visitor.get("/"), "section[aria-labelledby=newest] a")) == ["Newer?", "Older?"]


def test_a_specimen_shows_what_a_question_comes_with(visitor: Client):
    role = make_role(featured=True)
    make_question(text="Explained?", role=role, purpose="To see.", points="- One fact")
    make_question(text="Bare?", role=role)
    assert text_of(visitor.get("/"), ".card") == ["Explained? Why it is asked To see. What a good answer covers One fact"]
