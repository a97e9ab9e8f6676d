"""The sheet for whoever plays the interviewer."""

import pytest
from django.test import Client

from questions.models import Role
from questions.vocabulary import Kind
from tests.factories import make_question, make_role
from tests.pages.reading import links_of, parse, text_of

from .mock_roles import make_role_with_questions

SHEET = "/roles/community-outreach-librarian/interviewer/"
BENCHMARKS = {"entry": "One *small* change.", "mid": "A rebuilt plan.", "senior": "A habit of the team."}


def make_role_with_one(**guidance: object) -> Role:
    role = make_role()
    make_question(text="What did you change?", role=role, kind=Kind.BEHAVIORAL, topics=["Failure"], **guidance)
    return role


def ratings(page: object) -> list[str]:
    return text_of(page, "fieldset label")


def test_it_asks_the_questions_of_the_set_in_their_order(visitor: Client):
    make_role_with_questions(20)
    drawn = text_of(visitor.get(f"{SHEET.replace('interviewer', 'mock')}?n=7&seed=library"), ".asks")
    sheet = text_of(visitor.get(f"{SHEET}?n=7&seed=library"), ".rated h2")
    assert sheet == [f"{number}. {question}" for number, question in enumerate(drawn, start=1)]


def test_each_question_has_what_to_listen_for_and_boxes_to_tick(visitor: Client):
    make_role_with_one(
        purpose="Whether you *listen*.",
        points="- What **was**\n- What is",
        pitfalls="No change.",
        follow_ups=["Why?", "And then?"],
    )
    page = visitor.get(f"{SHEET}?n=6&seed=library")
    assert text_of(page, ".rated .guidance > div") == [
        "Why it is asked Whether you listen.",
        "What a good answer covers What was What is",
        "Follow-ups Why? And then?",
        "What marks it down No change.",
    ]
    assert text_of(page, "dd.ticks label") == ["What was", "What is", "Why?", "And then?"]
    assert len(parse(page).query("dd.ticks label > input[type=checkbox]")) == 4
    assert text_of(page, ".kind") == ["Behavioral · Failure · 3 minutes"]


def test_points_that_are_no_plain_list_are_shown_as_they_are(visitor: Client):
    make_role_with_one(points="Say first:\n\n- What was")
    page = visitor.get(f"{SHEET}?seed=a")
    assert text_of(page, ".rated dd") == ["Say first: What was"]
    assert parse(page).query(".rated dd input") == []


def test_a_four_is_what_good_sounds_like_at_the_level_chosen(visitor: Client):
    make_role_with_one(benchmarks=BENCHMARKS)
    page = visitor.get(f"{SHEET}?n=6&seed=library&level=mid")
    assert ratings(page) == [
        "1 Beside the point, or what marks it down",
        "2",
        "3 The main points, without much detail",
        "4 Good for this level Mid A rebuilt plan.",
        "5 All that a good answer covers, and more",
    ]
    assert text_of(page, ".ways [aria-current]") == ["Mid"]


@pytest.mark.parametrize("level", ["", "chief", "\0"])
def test_without_a_level_all_three_are_shown(visitor: Client, level: str):
    make_role_with_one(benchmarks=BENCHMARKS)
    page = visitor.get(SHEET, query_params={"seed": "library", "level": level})
    assert ratings(page)[3] == "4 Good for this level Entry One small change. Mid A rebuilt plan. Senior A habit of the team."


def test_a_level_the_question_says_nothing_of_shows_those_it_does(visitor: Client):
    make_role_with_one(benchmarks={"entry": "One change."})
    assert ratings(visitor.get(f"{SHEET}?seed=a&level=senior"))[3] == "4 Good for this level Entry One change."


def test_a_question_without_benchmarks_is_rated_by_plain_anchors(visitor: Client):
    make_role_with_one()
    described = [rating for rating in ratings(visitor.get(f"{SHEET}?seed=a&level=mid")) if len(rating) > 1]
    assert [rating[0] for rating in described] == ["1", "3", "5"]


def test_it_says_in_three_sentences_how_to_run_it(visitor: Client):
    make_role_with_questions(6)
    how = text_of(visitor.get(f"{SHEET}?seed=a"), ".brief li")
    assert [sentence.split(",")[0] for sentence in how] == [
        "Ask everyone you practise with the same questions",
        "While they speak",
        "Rate each answer when it is over",
    ]


def test_it_ends_with_a_total_strengths_and_what_to_do_next_time(visitor: Client):
    make_role_with_questions(6)
    page = visitor.get(f"{SHEET}?n=6&seed=a")
    assert text_of(page, ".debrief label") == ["Total of the ratings, out of 30", "Strengths", "Next time"]


def test_the_set_and_its_sheet_lead_to_each_other(visitor: Client):
    make_role_with_questions(20)
    mock = visitor.get(f"{SHEET.replace('interviewer', 'mock')}?n=7&seed=library")
    sheet_url = links_of(mock, ".ways a")["Sheet for an interviewer"]
    sheet = visitor.get(sheet_url)
    back = visitor.get(links_of(sheet, ".more a")["The same set to practise alone"])
    assert text_of(back, ".asks") == text_of(mock, ".asks")


def test_a_printed_sheet_found_later_says_which_set_it_is(visitor: Client):
    make_role_with_questions(20)
    page = visitor.get(f"{SHEET}?seed=library&level=mid&n=7&utm=x")
    assert text_of(page, ".running-foot bdi")[0] == f"http://testserver{SHEET}?n=7&seed=library&level=mid"


def test_choosing_a_level_keeps_the_set_and_another_set_keeps_the_level(visitor: Client):
    make_role_with_questions(20)
    page = visitor.get(f"{SHEET}?n=7&seed=library&level=mid")
    senior = visitor.get(SHEET + links_of(page, ".ways a")["Senior"])
    assert text_of(senior, ".rated h2") == text_of(page, ".rated h2")
    another = visitor.get(SHEET + links_of(page, ".more a")["Another set"])
    assert another["Location"].startswith(f"{SHEET}?n=7&seed=")
    assert another["Location"].endswith("&level=mid")


def test_a_role_with_few_questions_or_none_says_so(visitor: Client):
    role = make_role_with_questions(0)
    assert text_of(visitor.get(f"{SHEET}?seed=a"), ".empty")[0].startswith("This role has no questions yet")
    make_question(text="Why us?", role=role)
    assert "This role has only one question yet that an interviewer asks." in text_of(visitor.get(f"{SHEET}?seed=a"), ".facts")
