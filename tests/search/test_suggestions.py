"""What the search box suggests while somebody types."""

import pytest
from django.test import Client

from questions.models import TopicAlias
from questions.search.suggesting import MOST
from tests.factories import make_group, make_question, make_role, make_topic

pytestmark = pytest.mark.django_db


def suggested(visitor: Client, typed: str, address: str = "/search/suggest/") -> list[tuple[str, str, str]]:
    answer = visitor.get(address, {"q": typed})
    return [(one["name"], one["kind"], one["detail"]) for one in answer.json()["suggestions"]]


def test_roles_and_topics_are_suggested_with_what_they_are(visitor: Client):
    make_role(also_called=["Engagement Specialist"])
    make_question(topics=["Community engagement"])
    assert suggested(visitor, "commu") == [
        ("Community engagement", "Topic", ""),
        ("Community Outreach Librarian", "Role", "Librarianship"),
    ]
    assert suggested(visitor, "engagement sp") == [("Community Outreach Librarian", "Role", "Engagement Specialist")]
    assert suggested(visitor, "commu", "/es/search/suggest/")[0][1] == "Tema"


def test_an_address_leads_to_the_page_in_the_language_asked_in(visitor: Client):
    make_role()
    for start in ("", "/es"):
        [one] = visitor.get(f"{start}/search/suggest/?q=outreach").json()["suggestions"]
        assert one["url"] == f"{start}/roles/community-outreach-librarian/"


@pytest.mark.parametrize("typed", ["out", "OUTR", "outreach lib", "libr outr", "community outreach librarian", "ou"])
def test_words_are_found_by_their_beginning(visitor: Client, typed: str):
    make_role()
    found = suggested(visitor, typed)
    # Two letters are enough for the beginning of the name alone.
    assert found == ([] if typed == "ou" else [("Community Outreach Librarian", "Role", "Librarianship")])


@pytest.mark.parametrize("typed", ["", "c", "utreach", "zebra", "!!", "🎉🎉", "\0\0", '"; DROP TABLE', "%%", "__", "a" * 10_000])
def test_nothing_is_suggested_for_what_is_no_beginning(visitor: Client, typed: str):
    make_role()
    assert suggested(visitor, typed) == []


def test_names_that_begin_so_come_first_and_the_shorter_before_the_longer(visitor: Client):
    for title in ("Head Librarian", "Librarian for Maps", "Librarian", "Teen Librarian"):
        make_role(title=title)
    names = [name for name, _kind, _detail in suggested(visitor, "librar")]
    assert names == ["Librarian", "Librarian for Maps", "Head Librarian", "Teen Librarian"]


def test_eight_are_suggested_at_most_and_each_thing_once(visitor: Client):
    for number in range(MOST + 3):
        make_role(title=f"Librarian {number}", also_called=[f"Library person {number}"])
    found = suggested(visitor, "librar")
    assert len(found) == len(set(found)) == MOST


def test_what_visitors_do_not_see_is_not_suggested(visitor: Client):
    make_role(title="Bookmobile Driver", status="draft", also_called=["Bookmobile Person"])
    topic = make_topic(name="Bookmobiles")
    TopicAlias.objects.create(topic=topic, name="Bookmobile vans")
    assert suggested(visitor, "bookmobile") == []


def test_a_group_tells_two_roles_of_one_title_apart(visitor: Client):
    make_role(title="Analyst")
    make_role(title="Analyst", group=make_group(name="Data"))
    assert {detail for _name, _kind, detail in suggested(visitor, "analyst")} == {"Librarianship", "Data"}


def test_answers_may_be_kept_for_a_moment_and_set_no_cookie(visitor: Client):
    answer = visitor.get("/search/suggest/?q=lib")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
