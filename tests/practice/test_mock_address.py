"""A set is its address: it can be shared, agreed on by a word, and drawn anew."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.models import Role
from questions.practice.mock_filter import LONGEST_SEED, SeedField
from questions.vocabulary import Status
from tests.factories import make_question, make_role
from tests.pages.reading import links_of, parse, text_of
from tests.pages.test_strange_input import STRANGE

from .mock_roles import make_role_with_questions

MOCK = "/roles/community-outreach-librarian/mock/"


@pytest.fixture
def role(db: None) -> Role:
    return make_role_with_questions(20)


def test_two_visitors_with_one_address_get_one_set(role: Role):
    pages = [Client().get(f"{MOCK}?n=6&seed=k7w2p") for _ in range(2)]
    assert pages[0].content == pages[1].content
    assert text_of(Client().get(f"{MOCK}?n=6&seed=other"), ".asks") != text_of(pages[0], ".asks")


def test_a_shared_set_survives_a_new_question_that_is_not_drawn(visitor: Client, role: Role):
    before = text_of(visitor.get(f"{MOCK}?n=6&seed=library"), ".asks")
    make_question(text="New?", role=role, topics=["Topic 0"], kind="to-ask")
    assert text_of(visitor.get(f"{MOCK}?n=6&seed=library"), ".asks") == before


def test_without_a_seed_everyone_is_sent_to_a_fresh_set_that_no_cache_keeps(visitor: Client, role: Role):
    answers = [visitor.get(f"{MOCK}?n=7&view=one") for _ in range(20)]
    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}
    asked = [parse_qs(urlsplit(answer["Location"]).query) for answer in answers]
    assert len({words["seed"][0] for words in asked}) == 20
    assert {(words["n"][0], words["view"][0], len(words["seed"][0])) for words in asked} == {("7", "one", 5)}
    assert visitor.get(answers[0]["Location"]).status_code == 200


def test_another_set_is_one_link_away(visitor: Client, role: Role):
    page = visitor.get(f"{MOCK}?n=7&seed=library")
    (link,) = [link for link in parse(page).query("a[rel=nofollow]") if "mock" in link.attrs["href"]]
    assert link.attrs["href"] == f"{MOCK}?n=7"


def test_a_teacher_and_a_class_agree_on_a_word(visitor: Client, role: Role):
    page = visitor.get(MOCK, query_params={"n": 6, "seed": "  Biblioteca\t2026 "})
    assert text_of(page, ".imprint bdi") == ["biblioteca 2026"]
    assert parse(page).query("#seed")[0].attrs["value"] == "biblioteca 2026"
    assert text_of(visitor.get(f"{MOCK}?n=6&seed=BIBLIOTECA+2026"), ".asks") == text_of(page, ".asks")


def test_the_way_on_keeps_the_set(visitor: Client, role: Role):
    page = visitor.get(MOCK, query_params={"n": 7, "seed": "ñandú 📚"})
    links = links_of(page, ".ways a")
    one = visitor.get(links["One at a time"])
    assert text_of(one, "h1") == text_of(page, ".asks")[:1]
    assert text_of(one, ".kicker")[0].startswith("Question 1 of 7")
    assert text_of(visitor.get(links_of(one, ".ways a")["All on one page"]), ".asks") == text_of(page, ".asks")


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_a_strange_seed_gives_a_page_or_a_fresh_set(visitor: Client, role: Role, text: str):
    asked = dict.fromkeys(("n", "seed", "view", "at", "level"), text.encode("utf-8", "replace").decode())
    for url in (MOCK, MOCK.replace("mock", "interviewer")):
        page = visitor.get(url, query_params=asked, follow=True)
        assert page.status_code == 200
        assert parse(page).query("main script") == []


@given(seed=st.text(max_size=200))
def test_a_cleaned_seed_is_short_and_stays_as_it_is(seed: str):
    cleaned = SeedField(required=False).clean(seed)
    assert len(cleaned) <= LONGEST_SEED
    assert SeedField(required=False).clean(cleaned) == cleaned


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_the_address_a_page_gives_for_its_set_is_that_set(visitor: Client, role: Role, seed: str):
    page = visitor.get(MOCK, query_params={"seed": seed}, follow=True)
    again = visitor.get(links_of(page, ".ways a")["All on one page"])
    assert text_of(again, ".asks") == text_of(page, ".asks")


@pytest.mark.parametrize(("status", "code"), [(Status.DRAFT, 404), (Status.RETIRED, 410)])
def test_sets_of_what_is_not_public_are_not_drawn(visitor: Client, status: str, code: int):
    role = make_role(title="Archivist", status=status)
    for word in ("mock", "interviewer"):
        assert visitor.get(f"/roles/{role.slug}/{word}/").status_code == code


def test_a_set_of_a_renamed_role_is_found_at_its_old_address(visitor: Client, role: Role):
    role.slug = "outreach"
    role.save()
    answer = visitor.get(f"{MOCK}?n=6&seed=library")
    assert (answer.status_code, answer["Location"]) == (301, "/roles/outreach/mock/?n=6&seed=library")


def test_a_spanish_reader_stays_in_spanish(visitor: Client, role: Role):
    assert visitor.get(f"/es{MOCK}")["Location"].startswith(f"/es{MOCK}?n=6&seed=")
    assert text_of(visitor.get(f"/es{MOCK}?n=6&seed=a"), ".asks") == text_of(visitor.get(f"{MOCK}?n=6&seed=a"), ".asks")
