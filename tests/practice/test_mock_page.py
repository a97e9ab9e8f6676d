"""A mock set on the screen: all on one page, or one question at a time."""

import pytest
from django.test import Client

from questions.vocabulary import Kind, Status
from tests.factories import make_question, make_role
from tests.pages.reading import links_of, parse, text_of

from .mock_roles import make_role_with_questions

MOCK = "/roles/community-outreach-librarian/mock/"


def test_a_visitor_gets_six_questions_over_different_topics_with_a_time_for_each_and_for_all(visitor: Client):
    make_role_with_questions(20)
    page = visitor.get(f"{MOCK}?n=6&seed=library")
    facts = [fact.split(" · ") for fact in text_of(page, ".turns .kind")]
    assert [kind for kind, _, _ in facts] == ["Motivational", "Job knowledge", *["Behavioral", "Situational"] * 2]
    assert len({topic for _, topic, _ in facts}) == 6
    assert [minutes for _, _, minutes in facts] == ["2 minutes", "2 minutes", *["3 minutes"] * 4]
    assert text_of(page, ".lede")[0].startswith("6 questions, about 16 minutes.")


@pytest.mark.parametrize(
    ("asked", "given"), [("5", 5), ("8", 8), ("1", 5), ("99", 8), ("-3", 5), ("six", 6), ("", 6), ("9" * 5000, 6)]
)
def test_a_set_has_five_to_eight_questions_whatever_is_asked_for(visitor: Client, asked: str, given: int):
    make_role_with_questions(20)
    page = visitor.get(MOCK, query_params={"n": asked, "seed": "library"})
    assert len(text_of(page, ".turns .asks")) == given


def test_drafts_and_retired_questions_are_not_drawn(visitor: Client):
    role = make_role_with_questions(3)
    for status in (Status.DRAFT, Status.REVIEW, Status.RETIRED):
        make_question(text=f"Hidden {status}?", role=role, status=status)
    assert sorted(text_of(visitor.get(f"{MOCK}?seed=a"), ".asks")) == ["Question 0?", "Question 1?", "Question 2?"]


def test_a_role_with_few_questions_gives_those_it_has_and_says_so(visitor: Client):
    make_role_with_questions(3)
    page = visitor.get(f"{MOCK}?n=6&seed=library")
    assert len(text_of(page, ".asks")) == 3
    said = "This role has only 3 questions yet that an interviewer asks: these are all of them."
    assert said in text_of(page, ".facts")
    assert parse(page).query("select") == []


def test_a_role_without_questions_gives_a_friendly_page(visitor: Client):
    make_role_with_questions(0, to_ask=2)
    for view in ("", "&view=one&at=2"):
        page = visitor.get(f"{MOCK}?n=6&seed=library{view}")
        assert page.status_code == 200
        assert text_of(page, ".empty")[0].startswith("This role has no questions yet that an interviewer asks")
        assert parse(page).query(".turns, .timer") == []


def test_guidance_waits_until_the_visitor_opens_it(visitor: Client):
    role = make_role_with_questions(0)
    make_question(
        text="Why us?", role=role, purpose="Interest.", points="- A fact", follow_ups=["And?"], benchmarks={"mid": "Two reasons."}
    )
    page = visitor.get(f"{MOCK}?seed=a&view=one")
    assert text_of(page, ".hint") == ["Say your answer aloud first. Then open what stands below."]
    assert text_of(page, "details:not([open])") == [
        "What they may ask next And?",
        "Guidance for your answer Why it is asked Interest. What a good answer covers A fact",
        "What good sounds like Mid Two reasons.",
    ]
    assert text_of(visitor.get(f"{MOCK}?seed=a"), "details:not([open]) .asks") == ["Why us?"]


def test_one_at_a_time_says_where_it_is_and_leads_on_and_back(visitor: Client):
    make_role_with_questions(20)
    everything = text_of(visitor.get(f"{MOCK}?n=6&seed=library"), ".asks")
    page = visitor.get(f"{MOCK}?n=6&seed=library&view=one&at=2")
    assert text_of(page, "h1") == everything[1:2]
    assert text_of(page, ".kicker")[0].startswith("Question 2 of 6 · Job knowledge")
    links = links_of(page, ".pages > a")
    assert list(links) == ["Previous question", "Next question"]
    assert text_of(visitor.get(MOCK + links["Previous question"]), "h1") == everything[0:1]
    assert text_of(visitor.get(MOCK + links["Next question"]), "h1") == everything[2:3]


@pytest.mark.parametrize(("at", "number"), [("0", 1), ("-1", 1), ("two", 1), ("", 1), ("7", 6), ("9" * 30, 6)])
def test_a_number_outside_the_set_gives_its_nearest_question(visitor: Client, at: str, number: int):
    make_role_with_questions(20)
    page = visitor.get(MOCK, query_params={"n": 6, "seed": "library", "view": "one", "at": at})
    assert text_of(page, ".kicker")[0].startswith(f"Question {number} of 6")


def test_the_set_closes_with_the_visitors_own_turn_to_ask(visitor: Client):
    make_role_with_questions(20)
    own = "Then it is your turn to ask"
    page = visitor.get(f"{MOCK}?n=6&seed=library")
    assert own in text_of(page, "h2")
    assert links_of(page, "#closing ~ .more a") == {"Questions to ask the employer": "/roles/community-outreach-librarian/ask/"}
    assert own not in text_of(visitor.get(f"{MOCK}?n=6&seed=library&view=one&at=5"), "h2")
    assert own in text_of(visitor.get(f"{MOCK}?n=6&seed=library&view=one&at=6"), "h2")


def test_a_question_to_ask_is_never_one_of_the_set(visitor: Client):
    role = make_role()
    make_question(text="Why us?", role=role, kind=Kind.MOTIVATIONAL)
    make_question(text="May I ask?", role=role, kind=Kind.TO_ASK)
    assert text_of(visitor.get(f"{MOCK}?n=6&seed=library"), ".asks") == ["Why us?"]


def test_search_engines_are_asked_to_leave_sets_alone(visitor: Client):
    make_role_with_questions(6)
    for url in (MOCK + "?seed=a", MOCK + "?seed=a&view=one", MOCK.replace("mock", "interviewer") + "?seed=a"):
        assert parse(visitor.get(url)).query('meta[name="robots"][content="noindex"]')
        assert parse(visitor.get(url)).query('link[rel="canonical"]') == []
