"""From a role to everything one can do with its questions."""

from django.test import Client

from tests.factories import make_question, make_role

from .reading import links_of, parse, text_of

ROLE = "/roles/community-outreach-librarian/"


def test_a_role_leads_to_all_ways_to_practise_it(visitor: Client):
    role = make_role()
    make_question(role=role)
    leads = links_of(visitor.get(ROLE), ".practise a")
    assert leads == {
        "Mock set As one panel might ask": f"{ROLE}mock/",
        "Prep sheet On paper, to tick off": f"{ROLE}sheet/",
        "Build an answer Situation, task, action, result": "/star/",
        "Questions to ask When it is your turn": f"{ROLE}ask/",
        "Compare roles What is new to you": f"{ROLE}vs/",
        "Take it away Offline, Anki, Markdown, CSV, JSON": f"{ROLE}take-away/",
    }
    assert {visitor.get(url, follow=True).status_code for url in leads.values()} == {200}


def test_the_ways_to_practise_stand_before_the_questions(visitor: Client):
    make_question(text="Why?", role=make_role(description="Vans."))
    headings = text_of(visitor.get(ROLE), "main h1, main h2")
    assert headings[:4] == ["Community Outreach Librarian", "Practise", "About the work", "1 question"]


def test_a_role_without_questions_offers_nothing_to_practise(visitor: Client):
    make_role()
    assert text_of(visitor.get(ROLE), ".practise") == []


def test_a_role_asks_its_readers_for_what_is_missing(visitor: Client):
    make_question(role=make_role())
    leads = links_of(visitor.get(ROLE), ".column .more a")
    assert leads == {"Something missing? Suggest a question": "/suggest/?role=community-outreach-librarian"}
    assert visitor.get(*leads.values()).status_code == 200


def test_each_question_has_its_address_and_a_way_to_report_a_problem(visitor: Client):
    question = make_question(role=make_role())
    leads = links_of(visitor.get(ROLE), "details.question a")
    assert leads == {
        "Link to this question": f"/questions/{question.pk}/",
        "Report a problem": f"/report/?question={question.pk}",
    }
    assert {visitor.get(url).status_code for url in leads.values()} == {200}


def test_a_topic_of_the_role_leads_to_the_topic_in_all_roles(visitor: Client):
    make_question(role=make_role(), topics=["Teens"])
    leads = links_of(visitor.get(f"{ROLE}teens/"), ".column .more a")
    assert leads == {"Teens in all roles": "/topics/teens/"}


def test_readers_of_feeds_find_the_feed_of_the_role(visitor: Client):
    make_role()
    (feed,) = parse(visitor.get(ROLE)).query("link[type='application/atom+xml']")
    assert feed.attrs["href"] == f"{ROLE}feed/"
    assert feed.attrs["title"] == "New questions for Community Outreach Librarian"
