"""Fields, groups, and all roles from A to Z."""

from django.test import Client

from questions.vocabulary import Status
from tests.factories import make_field, make_group, make_question, make_role

from .reading import links_of, text_of


def test_a_field_shows_its_groups_with_their_roles(visitor: Client):
    make_role(title="Archivist", group=make_group(name="Archives"))
    make_role(title="librarian")
    make_role(title="Bookmobile Driver")
    page = visitor.get("/fields/library-and-information-science/")
    assert text_of(page, "h2") == ["Archives", "Librarianship"]
    assert list(links_of(page, ".columns a")) == ["Archivist", "Bookmobile Driver", "librarian"]


def test_a_large_group_shows_thirty_roles_and_leads_to_all_of_them(visitor: Client):
    for number in range(31):
        make_role(title=f"Role {number:02}")
    page = visitor.get("/fields/library-and-information-science/")
    assert len(links_of(page, ".columns a")) == 30
    assert links_of(page, ".more a") == {"All 31 roles of Librarianship": "/groups/librarianship/"}


def test_a_group_lists_its_roles_with_summary_and_number_of_published_questions(visitor: Client):
    role = make_role(summary="Takes the library out.")
    make_question(role=role)
    make_question(role=role, status=Status.DRAFT)
    assert text_of(visitor.get("/groups/librarianship/"), ".rows li") == [
        "Community Outreach Librarian 1 question Takes the library out."
    ]


def test_fields_and_groups_without_published_roles_are_not_found(visitor: Client):
    make_role(status=Status.DRAFT)
    assert visitor.get("/fields/library-and-information-science/").status_code == 404
    assert visitor.get("/groups/librarianship/").status_code == 404


def test_all_roles_stand_under_their_letters_without_regard_to_case(visitor: Client):
    for title in ("beekeeper", "Archivist", "3D printing aide", "Baker"):
        make_role(title=title)
    page = visitor.get("/roles/")
    assert text_of(page, ".letter h2") == ["0–9", "A", "B"]
    assert list(links_of(page, ".rows a")) == ["3D printing aide", "Archivist", "Baker", "beekeeper"]


def test_roles_are_found_by_another_title_within_a_field(visitor: Client):
    make_role(also_called=["Outreach Librarian"])
    make_role(title="Outreach Nurse", group=make_group(name="Nursing", field=make_field(name="Health")))
    page = visitor.get("/roles/", {"q": "outreach", "field": "library-and-information-science"})
    assert list(links_of(page, ".rows a")) == ["Community Outreach Librarian"]
    assert text_of(page, "option[selected]") == ["Library and Information Science"]


def test_roles_that_ask_about_a_topic_can_be_listed(visitor: Client):
    make_question(role=make_role(title="Archivist"), topics=["Teens"])
    make_question(role=make_role(title="Baker"), topics=["Teens"], status=Status.DRAFT)
    assert list(links_of(visitor.get("/roles/?topic=teens"), ".rows a")) == ["Archivist"]


def test_a_hundred_roles_are_a_page(visitor: Client):
    for number in range(101):
        make_role(title=f"Role {number:03}")
    assert len(links_of(visitor.get("/roles/"), ".rows a")) == 100
    assert list(links_of(visitor.get("/roles/?page=2"), ".rows a")) == ["Role 100"]
    assert list(links_of(visitor.get("/groups/librarianship/?page=2"), ".rows a")) == ["Role 100"]
