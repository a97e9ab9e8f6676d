"""The prep sheet of a role or a topic: what is on it, and how its address says what it shall look like."""

import pytest
import time_machine
from django.test import Client

from questions.models import Question, Role
from questions.vocabulary import Kind, Status
from tests.factories import make_question, make_role, make_topic
from tests.pages.reading import links_of, parse, text_of


def sheet_of(thing: object) -> str:
    return f"{thing.get_absolute_url()}sheet/"  # type: ignore[attr-defined]


@pytest.fixture
def role(db: None) -> Role:
    role = make_role()
    make_question(
        text="First?", role=role, section=make_topic(name="Teens"), kind=Kind.BEHAVIORAL, purpose="To see.", points="- One"
    )
    make_question(text="Second?", role=role, section=make_topic(name="Budgets"), kind=Kind.KNOWLEDGE)
    make_question(text="Third?", role=role, section=make_topic(name="Teens"), kind=Kind.BEHAVIORAL)
    make_question(text="Fourth?", role=role)
    return role


def test_a_role_s_questions_stand_by_topic_in_the_role_s_order(visitor: Client, role: Role):
    page = visitor.get(sheet_of(role))
    assert text_of(page, ".part h2") == ["Teens", "Budgets", "Other questions"]
    assert text_of(page, ".asks") == ["First?", "Third?", "Second?", "Fourth?"]
    assert "4 questions" in text_of(page, ".facts")[0]


def test_a_topic_s_questions_stand_without_headings(visitor: Client):
    topic = make_topic(name="Teens")
    make_question(text="Older?", topics=[topic])
    make_question(text="Newer?", topics=[topic])
    make_question(text="Hidden?", topics=[topic], status=Status.DRAFT)
    page = visitor.get(sheet_of(topic))
    assert text_of(page, "h1, h2") == ["Teens"]
    assert text_of(page, ".asks") == ["Newer?", "Older?"]


def test_every_question_has_a_box_that_its_words_tick(visitor: Client, role: Role):
    page = parse(visitor.get(sheet_of(role)))
    boxes = page.query("label input[type=checkbox][name=q][form=pick]")
    asked = [Question.objects.get(text=text).pk for text in text_of(visitor.get(sheet_of(role)), "label .asks")]
    assert [int(box.attrs["value"]) for box in boxes] == asked
    assert page.query("form#pick")[0].attrs["action"] == "/sheet/"


def test_guidance_is_on_the_sheet_where_asked_for(visitor: Client, role: Role):
    assert text_of(visitor.get(sheet_of(role)), ".guidance") == []
    page = visitor.get(sheet_of(role), {"guidance": "on"})
    assert text_of(page, ".guidance")[0] == "Why it is asked To see. What a good answer covers One"


def test_lines_are_for_a_story_where_one_answers_the_question_and_else_plain(visitor: Client, role: Role):
    assert text_of(visitor.get(sheet_of(role)), ".ruled") == []
    page = visitor.get(sheet_of(role), {"lines": "on"})
    story = "Situation Task Action Result"
    assert text_of(page, ".ruled") == [story, story, "", story]


def test_large_print_is_asked_for_in_the_address(visitor: Client, role: Role):
    assert text_of(visitor.get(sheet_of(role)), ".large-print") == []
    assert len(text_of(visitor.get(sheet_of(role), {"large": "on"}), ".large-print")) == 1


def test_the_switches_show_what_the_address_asks_for(visitor: Client, role: Role):
    page = parse(visitor.get(sheet_of(role), {"lines": "on", "large": "no", "kind": "behavioral", "guidance": "\0"}))
    assert [box.attrs["name"] for box in page.query(".options [checked]")] == ["lines"]
    assert [choice.attrs["value"] for choice in page.query(".options [selected]")] == ["behavioral"]


def test_a_sheet_of_one_kind_has_only_that(visitor: Client, role: Role):
    page = visitor.get(sheet_of(role), {"kind": "behavioral"})
    assert text_of(page, ".asks") == ["First?", "Third?"]
    assert text_of(page, ".facts") == ["2 questions · Behavioral"]


def test_where_there_is_nothing_to_print_the_page_says_so_and_leads_on(visitor: Client):
    role = make_role()
    page = visitor.get(sheet_of(role))
    assert text_of(page, ".empty") == ["There are no questions here yet. Back to the role"]
    assert links_of(page, ".empty a") == {"Back to the role": role.get_absolute_url()}


def test_where_no_question_is_of_the_kind_the_others_are_a_link_away(visitor: Client, role: Role):
    page = visitor.get(sheet_of(role), {"kind": "experience", "lines": "on"})
    assert text_of(page, ".empty") == ["There is no question of this kind here. Show all kinds"]
    assert links_of(page, ".empty a") == {"Show all kinds": "?lines=on"}


def test_two_hundred_questions_are_a_sheet_and_the_rest_is_on_the_next(visitor: Client):
    role = make_role()
    for number in range(201):
        make_question(text=f"Question {number}?", role=role, section=make_topic(name="Teens"))
    first = visitor.get(sheet_of(role), {"lines": "on"})
    assert len(text_of(first, ".asks")) == 200
    assert "A sheet holds at most 200; this one has number 1 to 200." in text_of(first, ".facts")[0]
    second = visitor.get(sheet_of(role) + links_of(first, ".pages a")["Next →"])
    assert text_of(second, ".asks") == ["Question 200?"]
    assert text_of(second, ".part h2") == ["Teens continued"]
    assert len(text_of(second, ".ruled")) == 1


@time_machine.travel("2026-11-01 12:00", tick=False)
def test_the_foot_has_the_day_and_the_address_of_what_was_asked_for(visitor: Client, role: Role):
    foot = text_of(visitor.get(sheet_of(role), {"lines": "on", "kind": "behavioral", "page": "1", "junk": "x"}), ".running-foot")
    address = f"http://testserver{sheet_of(role)}?lines=on&kind=behavioral"
    assert foot == [f"1 November 2026 · CC BY 4.0 · {address}"] * 2


def test_sheets_are_not_for_search_engines_and_follow_their_role(visitor: Client, role: Role):
    assert parse(visitor.get(sheet_of(role))).query("meta[name=robots]")[0].attrs["content"] == "noindex"
    role.slug = "outreach"
    role.save()
    moved = visitor.get("/roles/community-outreach-librarian/sheet/?lines=on")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/roles/outreach/sheet/?lines=on")
    assert visitor.get(sheet_of(make_role(title="Gone", status=Status.RETIRED))).status_code == 410
    assert visitor.get(sheet_of(make_role(title="Draft", status=Status.DRAFT))).status_code == 404
    assert visitor.get(sheet_of(make_topic(name="Nobody asks"))).status_code == 404
