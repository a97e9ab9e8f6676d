"""Choosing the role to compare with: by any title, from the roles that share most, or from the same shelf."""

from django.test import Client

from questions.models import Role
from questions.vocabulary import Status
from tests.factories import make_group, make_question, make_role, place_question
from tests.pages.reading import links_of, text_of

CHOICE = "/roles/archivist/vs/"


def share(number: int, *roles: Role, status: str = Status.PUBLISHED) -> None:
    for _ in range(number):
        question = make_question(status=status)
        for role in roles:
            place_question(question=question, role=role)


def test_a_role_is_found_by_another_title_and_leads_to_the_comparison(visitor: Client):
    make_role(title="Archivist", also_called=["Keeper"])
    make_role(title="Curator", also_called=["Keeper of a museum"])
    page = visitor.get(CHOICE, {"q": "keeper"})
    assert links_of(page, "section[aria-labelledby=found] a") == {"Curator": "/roles/archivist/vs/curator/"}
    assert page.text.count('value="keeper"') == 1


def test_a_role_that_is_not_there_is_said_to_be_missing(visitor: Client):
    make_role(title="Archivist")
    make_role(title="Zebra keeper", status=Status.DRAFT)
    for words in ("zebra", "archivist"):
        assert text_of(visitor.get(CHOICE, {"q": words}), ".empty h2") == [f"No other role for “{words}”"]


def test_twenty_roles_are_shown_and_more_are_announced(visitor: Client):
    make_role(title="Archivist")
    for number in range(21):
        make_role(title=f"Curator {number:02}")
    page = visitor.get(CHOICE, {"q": "curator"})
    assert len(links_of(page, "section[aria-labelledby=found] .rows a")) == 20
    assert "There are more" in text_of(page, ".hint")[0]


def test_the_roles_with_most_questions_in_common_come_first(visitor: Client):
    archivist, driver, curator = (make_role(title=title) for title in ("Archivist", "Driver", "Curator"))
    make_question(role=make_role(title="Stranger"))
    share(1, archivist, driver)
    share(2, archivist, curator)
    assert text_of(visitor.get(CHOICE), "section[aria-labelledby=nearest] li") == [
        "Curator 2 questions in common · Librarianship",
        "Driver 1 question in common · Librarianship",
    ]


def test_hidden_roles_and_hidden_questions_are_nothing_in_common(visitor: Client):
    archivist, curator = make_role(title="Archivist"), make_role(title="Curator", group=make_group(name="Museums"))
    share(2, archivist, curator, status=Status.DRAFT)
    share(2, archivist, make_role(title="Secret", status=Status.DRAFT))
    page = visitor.get(CHOICE)
    assert text_of(page, "h2") == []
    assert "Secret" not in page.text


def test_roles_of_the_same_group_can_be_chosen_when_nothing_is_shared(visitor: Client):
    make_role(title="Archivist")
    make_role(title="Curator")
    make_role(title="Nurse", group=make_group(name="Nursing"))
    assert links_of(visitor.get(CHOICE), "section[aria-labelledby=neighbours] a") == {"Curator": "/roles/archivist/vs/curator/"}
