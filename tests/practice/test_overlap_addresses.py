"""The address of a comparison: two roles in order, what becomes of it when they move or leave, and what it may ask for."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from questions.models import Role
from questions.vocabulary import Status
from tests.factories import make_question, make_role
from tests.pages.reading import parse, text_of


@pytest.fixture
def archivist(db: None) -> Role:
    return make_role(title="Archivist")


@pytest.fixture
def curator(db: None) -> Role:
    return make_role(title="Curator")


def test_a_role_compared_with_itself_is_that_role(visitor: Client, archivist: Role):
    assert visitor.get("/roles/archivist/vs/archivist/")["Location"] == "/roles/archivist/"
    assert visitor.get("/es/roles/archivist/vs/archivist/")["Location"] == "/es/roles/archivist/"


def test_former_addresses_of_both_roles_lead_to_the_comparison(visitor: Client, archivist: Role, curator: Role):
    for role in (archivist, curator):
        role.slug = f"new-{role.slug}"
        role.save()
    page = visitor.get("/roles/archivist/vs/curator/?show=shared", follow=True)
    assert page.redirect_chain[-1] == ("/roles/new-archivist/vs/new-curator/?show=shared", 301)
    assert text_of(page, "h1") == ["From Archivist to Curator"]
    assert visitor.get("/roles/archivist/vs/")["Location"] == "/roles/new-archivist/vs/"


@pytest.mark.parametrize(("status", "answer"), [(Status.DRAFT, 404), (Status.REVIEW, 404), (Status.RETIRED, 410)])
def test_a_role_nobody_may_read_cannot_be_compared(visitor: Client, archivist: Role, status: str, answer: int):
    make_role(title="Secret", status=status)
    for address in ("/roles/archivist/vs/secret/", "/roles/secret/vs/archivist/", "/roles/secret/vs/"):
        assert visitor.get(address).status_code == answer


def test_a_role_that_never_was_is_not_found(visitor: Client, archivist: Role):
    assert visitor.get("/roles/archivist/vs/nobody/").status_code == 404


def test_the_many_pairs_are_not_for_search_engines(visitor: Client, archivist: Role, curator: Role):
    for address in ("/roles/archivist/vs/curator/", "/roles/archivist/vs/"):
        assert parse(visitor.get(address)).query("meta[name=robots]")[0].attrs["content"] == "noindex"


class WhateverTheAddressAsksFor(TestCase):
    def setUp(self) -> None:
        make_question(text="New?", role=make_role(title="Curator"))
        make_role(title="Archivist")

    @given(show=st.text(), page=st.text(), q=st.text())
    def test_it_is_answered_with_a_page(self, show: str, page: str, q: str):
        asked = {"show": show, "page": page, "q": q}
        for address in ("/roles/archivist/vs/curator/", "/roles/archivist/vs/"):
            assert self.client.get(address, asked).status_code == 200
