"""Visitors see published things; drafts were never there, and retired ones are calmly gone."""

import pytest
from django.test import Client

from questions.vocabulary import Status
from tests.factories import make_question, make_role, place_question

from .reading import links_of, text_of


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW])
def test_a_role_that_is_not_published_is_not_found(visitor: Client, status: Status):
    role = make_role(status=status)
    make_question(role=role, topics=["Teens"])
    assert visitor.get(role.get_absolute_url()).status_code == 404
    assert visitor.get(f"{role.get_absolute_url()}teens/").status_code == 404


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW])
def test_a_question_that_is_not_published_is_not_found(visitor: Client, status: Status):
    assert visitor.get(make_question(status=status).get_absolute_url()).status_code == 404


def test_a_retired_role_is_gone_and_offers_its_neighbours(visitor: Client):
    retired = make_role(status=Status.RETIRED)
    make_role(title="Archivist")
    page = visitor.get(retired.get_absolute_url())
    assert page.status_code == 410
    assert links_of(page, ".columns a") == {"Archivist": "/roles/archivist/"}
    assert visitor.get(f"{retired.get_absolute_url()}teens/").status_code == 410


def test_a_retired_question_is_gone_and_offers_the_roles_that_asked_it(visitor: Client):
    retired = make_question(role=make_role(), status=Status.RETIRED)
    place_question(question=retired, role=make_role(title="Secret", status=Status.DRAFT))
    page = visitor.get(retired.get_absolute_url())
    assert page.status_code == 410
    assert list(links_of(page, ".columns a")) == ["Community Outreach Librarian"]


def test_a_page_that_never_was_offers_a_search(visitor: Client):
    page = visitor.get("/roles/nobody/")
    assert page.status_code == 404
    assert text_of(page, "h1") == ["This page is not on the shelf"]
    assert 'action="/search/"' in page.text


def test_hidden_things_are_in_no_list_and_no_search(visitor: Client):
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        role = make_role(title=f"Hidden {status} librarian", status=status, featured=True)
        make_question(text=f"Hidden {status} question?", role=role, topics=["Hidden topic"], status=status)
    for url in ("/", "/roles/", "/topics/", "/resources/", "/search/?q=hidden", "/roles/?q=hidden"):
        page = visitor.get(url)
        assert page.status_code == 200
        assert "Hidden" not in page.text
