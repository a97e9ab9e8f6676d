"""The first page helps who knows the role, who browses, and who prepares a topic."""

from django.test import Client

from questions.vocabulary import Kind, Status
from tests.factories import make_field, make_group, make_question, make_role

from .reading import links_of, parse, text_of


def test_an_empty_bank_says_so(visitor: Client):
    page = visitor.get("/")
    assert page.status_code == 200
    assert "still empty" in text_of(page, ".empty")[0]


def test_fields_with_published_roles_are_listed_with_their_number(visitor: Client):
    make_role()
    make_role(title="Archivist")
    make_role(title="Nurse", group=make_group(name="Nursing", field=make_field(name="Health")), status=Status.DRAFT)
    fields = text_of(visitor.get("/"), ".fields > li")
    assert fields == ["Library and Information Science 2 roles Librarianship"]


def test_each_field_shows_its_groups_from_a_to_z_and_a_large_one_its_five_largest(visitor: Client):
    for number, letter in enumerate("FABCDEG"):
        group = make_group(name=f"Group {letter}")
        for role in range(2 if number else 1):
            make_role(title=f"Role {role}", group=group)
    make_role(title="Hidden", group=make_group(name="Group of hidden roles"), status=Status.DRAFT)
    make_role(title="Nurse", group=make_group(name="Nursing", field=make_field(name="Health")))
    page = visitor.get("/")
    assert text_of(page, ".fields > li:first-child .groups li") == ["Nursing"]
    large = links_of(page, ".fields > li:last-child .groups a")
    assert list(large) == [*(f"Group {letter}" for letter in "ABCDE"), "all 7 groups: Library and Information Science"]
    assert large["Group A"] == "/groups/group-a/"


def test_featured_roles_and_their_topics_are_offered(visitor: Client):
    make_question(role=make_role(featured=True), topics=["Teens"])
    make_question(role=make_role(title="Archivist"), topics=["Paper"])
    make_role(title="Curator", featured=True, status=Status.REVIEW)
    page = visitor.get("/")
    assert list(links_of(page, "section[aria-labelledby=featured] .rows a")) == ["Community Outreach Librarian"]
    assert links_of(page, "section[aria-labelledby=topics] .tags a") == {"Teens": "/topics/teens/"}


def test_without_featured_roles_the_topics_of_the_newest_questions_are_offered(visitor: Client):
    make_question(role=make_role(), topics=["Teens"])
    page = visitor.get("/")
    assert text_of(page, "h2") == ["Prepare a topic across roles", "Browse by field", "Newest questions"]
    assert links_of(page, "section[aria-labelledby=topics] .tags a") == {"Teens": "/topics/teens/"}


def test_the_newest_published_questions_of_interviewers_come_first(visitor: Client):
    make_question(text="Older?")
    make_question(text="Newer?")
    make_question(text="Hidden?", status=Status.DRAFT)
    make_question(text="Your turn to ask?", kind=Kind.TO_ASK)
    assert list(links_of(visitor.get("/"), "section[aria-labelledby=newest] a")) == ["Newer?", "Older?"]


def test_the_first_explained_question_of_a_featured_role_shows_what_questions_come_with(visitor: Client):
    role = make_role(featured=True)
    make_question(text="Bare?", role=role)
    make_question(text="Explained?", role=role, purpose="To see.", points="- One fact")
    make_question(text="Later?", role=role, purpose="To see.", points="- One fact")
    assert text_of(visitor.get("/"), ".card") == ["Explained? Why it is asked To see. What a good answer covers One fact"]


def test_a_visitor_who_knows_the_title_searches_and_others_find_the_lists(visitor: Client):
    make_role()
    page = visitor.get("/")
    assert parse(page).query("main form")[0].attrs["action"] == "/search/"
    assert links_of(page, ".opening .more a") == {
        "All roles from A to Z": "/roles/",
        "Browse by field": "#fields",
        "All topics": "/topics/",
    }


def test_the_newest_questions_can_be_followed(visitor: Client):
    make_question(text="Newest?")
    feed = parse(visitor.get("/")).query('link[type="application/atom+xml"]')[0].attrs["href"]
    assert "Newest?" in visitor.get(feed).text
