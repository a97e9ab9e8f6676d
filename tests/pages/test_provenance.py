"""Where a question comes from, who looked at it last, and when: on its own page, where it unfolds in a role, and for the role."""

from datetime import date

import pytest
from django.test import Client

from questions.vocabulary import Source
from tests.factories import make_question, make_role

from .reading import parse, text_of


@pytest.fixture(params=["in its role", "on its own page"])
def place(request: pytest.FixtureRequest) -> str:
    return request.param


def provenance_of(visitor: Client, place: str, **values: object) -> object:
    role = make_role()
    question = make_question(role=role, **values)
    return visitor.get((role if place == "in its role" else question).get_absolute_url())


def test_it_names_the_source_the_day_and_the_editor(visitor: Client, place: str):
    review = {"reviewed_on": date(2026, 11, 2), "reviewed_by": "Erin"}
    page = provenance_of(visitor, place, source_kind=Source.IMPORTED, source_name="The Guide", **review)
    assert text_of(page, ".provenance") == ["Imported from a public guide: The Guide. Last reviewed 2 November 2026 by Erin."]
    assert [day.attrs["datetime"] for day in parse(page).query(".provenance time")] == ["2026-11-02"]


def test_a_review_without_a_name_gives_the_day_alone(visitor: Client, place: str):
    page = provenance_of(visitor, place, reviewed_on=date(2026, 11, 2))
    assert text_of(page, ".provenance") == ["Written for this bank. Last reviewed 2 November 2026."]


def test_what_nobody_reviewed_says_so_and_names_no_editor(visitor: Client, place: str):
    page = provenance_of(visitor, place, source_kind=Source.SUGGESTED, reviewed_by="Erin")
    assert text_of(page, ".provenance") == ["Suggested by a reader. Not reviewed yet."]


def test_provenance_says_who_reviewed_the_role_and_where_its_questions_come_from(visitor: Client):
    role = make_role(reviewed_on=date(2026, 11, 1), reviewed_by="Ada", onet_soc_code="25-4022.00")
    make_question(role=role)
    make_question(role=role, source_kind=Source.IMPORTED)
    (imprint,) = text_of(visitor.get(role.get_absolute_url()), ".imprint")
    assert "Last reviewed 1 November 2026 by Ada." in imprint
    assert "Written for this bank: 1 question Imported from a public guide: 1 question" in imprint
    assert "O*NET 25-4022.00" in imprint
