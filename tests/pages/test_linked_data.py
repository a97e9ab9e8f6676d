"""Machines learn from a page what it is about, in the words of schema.org, and nothing that the page does not say."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from questions.models import RoleTitle
from questions.templatetags.linked_data import json_ld
from tests.factories import make_question, make_role, make_topic

from .banks import every_page, full_bank
from .reading import parse

SITE = "http://testserver"


def data_of(page: HttpResponse) -> dict[str, Any]:
    """What the page of a response says, by type."""
    (block,) = parse(page).query('script[type="application/ld+json"]')
    data = json.loads(block.to_text(strip=False))
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def trail_of(page: HttpResponse) -> list[tuple[int, str, str]]:
    steps = data_of(page)["BreadcrumbList"]["itemListElement"]
    return [(step["position"], step["name"], step["item"].removeprefix(SITE)) for step in steps]


def strings_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from strings_in(part)


def test_a_role_is_an_occupation_with_its_names_and_code(visitor: Client):
    role = make_role(also_called=["Outreach Librarian"], summary="Takes the library to people.", onet_soc_code="25-4022.00")
    occupation = data_of(visitor.get(role.get_absolute_url()))["Occupation"]
    assert occupation["name"] == "Community Outreach Librarian"
    assert occupation["alternateName"] == ["Outreach Librarian"]
    assert occupation["description"] == "Takes the library to people."
    assert occupation["occupationalCategory"]["codeValue"] == "25-4022.00"
    assert occupation["url"] == f"{SITE}{role.get_absolute_url()}"


def test_what_the_bank_does_not_know_is_not_said(visitor: Client):
    occupation = data_of(visitor.get(make_role().get_absolute_url()))["Occupation"]
    assert occupation.keys() == {"@type", "name", "url"}


def test_the_way_to_a_page_is_said(visitor: Client):
    bank = full_bank()
    field, group, role = bank.role.group.field, bank.role.group, bank.role
    way = [(1, "Home", "/"), (2, str(field), field.get_absolute_url()), (3, str(group), group.get_absolute_url())]
    way.append((4, str(role), role.get_absolute_url()))
    for length, thing in ((2, field), (3, group), (4, role)):
        assert trail_of(visitor.get(thing.get_absolute_url())) == way[:length]
    topic_page = f"{role.get_absolute_url()}{bank.topic.slug}/"
    assert trail_of(visitor.get(topic_page)) == [*way, (5, str(bank.topic), topic_page)]
    topic = bank.topic.get_absolute_url()
    assert trail_of(visitor.get(topic)) == [way[0], (2, "Topics", "/topics/"), (3, str(bank.topic), topic)]
    assert trail_of(visitor.get(bank.question.get_absolute_url()))[:4] == way


def test_a_question_is_a_question_without_an_invented_answer(visitor: Client):
    question = make_question(
        text="Why us?", topics=["Motivation"], points="- A reason", source_name="Ada's guide", reviewed_on=date(2026, 11, 1)
    )
    said = data_of(visitor.get(question.get_absolute_url()))
    asked = said["WebPage"]["mainEntity"]
    assert (asked["@type"], asked["text"], asked["creditText"]) == ("Question", "Why us?", "Ada's guide")
    assert asked["about"] == [{"@type": "DefinedTerm", "name": "Motivation", "url": f"{SITE}/topics/motivation/"}]
    assert asked["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert asked["inLanguage"] == "en"
    assert said["WebPage"]["lastReviewed"] == "2026-11-01"
    assert asked["dateModified"] == question.updated_at.date().isoformat()
    assert not [name for name in asked if "answer" in name.lower()]


def test_a_question_nobody_reviewed_has_no_date_of_review(visitor: Client):
    said = data_of(visitor.get(make_question().get_absolute_url()))
    assert "lastReviewed" not in said["WebPage"]
    assert "BreadcrumbList" not in said  # it is in no role


def test_the_first_page_says_how_to_search_the_site(visitor: Client):
    make_role(title="Archivist")
    site = data_of(visitor.get("/"))["WebSite"]
    assert site["url"] == f"{SITE}/"
    found = site["potentialAction"]["target"]["urlTemplate"].replace("{words}", "archivist").removeprefix(SITE)
    assert "Archivist" in visitor.get(found).text


def test_on_a_spanish_page_addresses_stay_spanish(visitor: Client):
    spanish = f"/es{make_role().get_absolute_url()}"
    page = visitor.get(spanish)
    assert data_of(page)["Occupation"]["url"] == f"{SITE}{spanish}"
    assert [path for _, _, path in trail_of(page) if not path.startswith("/es/")] == []


def test_no_text_of_the_bank_can_leave_the_block(visitor: Client):
    title = 'End </script><script>alert("1")</script> <!-- & \u2028'
    said = data_of(visitor.get(make_role(title=title).get_absolute_url()))
    assert said["Occupation"]["name"] == title


@given(text=st.text())
def test_any_text_at_all_comes_out_as_it_went_in(text: str):
    html = json_ld({"name": text})
    assert json.loads(JustHTML(html, sanitize=False).query("script")[0].to_text(strip=False)) == {"name": text}


def test_every_address_is_whole(visitor: Client):
    for url in every_page(full_bank()):
        page = visitor.get(url)
        if parse(page).query('script[type="application/ld+json"]'):
            assert [text for text in strings_in(data_of(page)) if text.startswith("/")] == []


def test_a_long_list_of_names_is_cut_and_costs_no_query(visitor: Client):
    role = make_role(description="Plans routes. " * 200)
    RoleTitle.objects.bulk_create(RoleTitle(role=role, name=f"Name {number}") for number in range(100))
    with CaptureQueriesContext(connection) as asked:
        occupation = data_of(visitor.get(role.get_absolute_url()))["Occupation"]
    assert (len(occupation["alternateName"]), len(occupation["description"])) == (20, 300)
    assert len([query for query in asked if "questions_roletitle" in query["sql"]]) == 1


def test_a_topic_with_markup_in_its_name_is_said_plainly(visitor: Client):
    make_question(topics=[make_topic(name='R&D <b>"x"</b>', slug="r-and-d")])
    assert trail_of(visitor.get("/topics/r-and-d/"))[-1][1] == 'R&D <b>"x"</b>'
