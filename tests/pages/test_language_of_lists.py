"""On a Spanish page of an English bank, each of the bank's own names and texts says that it is English."""

import pytest
from django.test import Client
from justhtml import Element

from questions.models import Field, Group, Question, ResourceLink, Role, RoleTitle, Topic, TopicAlias
from questions.vocabulary import Status
from tests.factories import make_question, make_role, place_question

from .banks import Bank, full_bank
from .reading import parse

TEXTS = {
    Field: "name",
    Group: "name",
    Role: "title",
    RoleTitle: "name",
    Topic: "name",
    TopicAlias: "name",
    Question: "text",
    ResourceLink: "title",
}
PAGES = [
    "/",
    "/roles/",
    "/roles/?q=librarian&field=health",
    "/roles/?topic=community-engagement",
    "/topics/",
    "/topics/community-engagement/",
    "/fields/library-and-information-science/",
    "/groups/librarianship/",
    "/search/?q=librarian",
    "/search/?q=residents",
    "/resources/",
    "/roles/community-outreach-librarian/vs/",
    "/roles/community-outreach-librarian/vs/?q=archivist",
    "/roles/community-outreach-librarian/vs/archivist/",
    "/roles/archivist/vs/community-outreach-librarian/",
    "/roles/retired/",
]


@pytest.fixture
def bank(db: None) -> Bank:
    bank = full_bank()
    shared = make_question(text="Of both?", topics=[bank.topic, "Motivation"], role=bank.role)
    place_question(question=shared, role=Role.objects.get(title="Archivist"))
    make_role(title="Retired", status=Status.RETIRED)
    return bank


def texts_of(element: Element, language: str = "") -> list[tuple[str, str]]:
    """Each piece of text in ``element`` with the language a screen reader takes it for."""
    if element.name == "#text":
        return [(element.data.strip(), language)]
    own = (element.attrs or {}).get("lang", language)
    return [text for child in element.children or () for text in texts_of(child, own)]


@pytest.mark.parametrize("url", PAGES)
def test_no_text_of_the_bank_is_taken_for_spanish(visitor: Client, bank: Bank, url: str):
    own = {text for model, column in TEXTS.items() for text in model.objects.values_list(column, flat=True)}
    main = parse(visitor.get(f"/es{url}")).query("main")[0]
    shown = [(text, language) for text, language in texts_of(main) if text in own]
    assert shown
    assert [text for text, language in shown if language != "en"] == []


@pytest.mark.parametrize("url", PAGES)
def test_an_english_page_repeats_no_language(visitor: Client, bank: Bank, url: str):
    assert parse(visitor.get(url)).query("main [lang]") == []
