"""Whoever follows the bank, a role or a topic gets its new questions in a feed reader."""

import xml.etree.ElementTree as ET
from datetime import datetime

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.models import Question
from questions.vocabulary import Status
from tests.factories import make_question, make_role, make_topic

from .reading import parse

ATOM = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_of(answer: HttpResponse) -> ET.Element:
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ET.fromstring(answer.content)


def texts(feed: ET.Element, path: str) -> list[str]:
    """The text of the Atom elements at ``path``, such as "entry/title"."""
    return [element.text or "" for element in feed.findall(path, {"": ATOM})]


def entries(visitor: Client, url: str) -> list[str]:
    return texts(feed_of(visitor.get(url)), "entry/title")


def test_the_newest_published_questions_come_first_and_fifty_at_most(visitor: Client):
    for number in range(52):
        make_question(text=f"Question {number}?")
    make_question(text="A draft?", status=Status.DRAFT)
    titles = entries(visitor, "/feed/")
    assert (titles[0], titles[-1], len(titles)) == ("Question 51?", "Question 2?", 50)


def test_a_role_and_a_topic_have_feeds_of_their_own(visitor: Client):
    role = make_role()
    make_question(text="Of the role?", role=role)
    make_question(text="About teens?", topics=["Teens"])
    make_question(text="Of both, and new?", role=role, topics=["Teens"])
    assert entries(visitor, f"{role.get_absolute_url()}feed/") == ["Of both, and new?", "Of the role?"]
    assert entries(visitor, "/topics/teens/feed/") == ["Of both, and new?", "About teens?"]


def test_feed_readers_find_the_feed_of_a_page_in_its_head(visitor: Client):
    make_question(role=make_role(), topics=["Teens"])
    for page in ("/", "/roles/community-outreach-librarian/", "/topics/teens/", "/es/topics/teens/"):
        (link,) = parse(visitor.get(page)).query('head link[type="application/atom+xml"]')
        assert link.attrs["href"] == f"{page}feed/"


def test_a_feed_has_all_that_atom_asks_for(visitor: Client):
    role = make_role()
    make_question(role=role, topics=["Teens", "Vans"], purpose="Shows *how* you plan & <think>.", source_name="Ada's guide")
    url = f"{role.get_absolute_url()}feed/"
    feed = feed_of(visitor.get(url))
    assert texts(feed, "title") == [f"New questions for {role} · Prepsite"]
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall("{*}link")}
    assert links == {"alternate": f"http://testserver{role.get_absolute_url()}", "self": f"http://testserver{url}"}
    entry = feed.find("{*}entry")
    assert texts(feed, "author/name") + texts(entry, "author/name") == ["Prepsite", "Ada's guide"]
    assert [category.attrib["term"] for category in entry.findall("{*}category")] == ["Teens", "Vans"]
    assert texts(entry, "summary") == ["Shows how you plan &amp; &lt;think&gt;."]  # HTML, as its type says
    times = [*texts(feed, "updated"), *texts(entry, "updated"), *texts(entry, "published")]
    assert len([time for time in times if datetime.fromisoformat(time).tzinfo]) == 3
    ids = texts(feed, "id") + texts(entry, "id")
    assert len({name for name in ids if name.startswith("tag:testserver,2026:")}) == 2


def test_an_entry_keeps_its_id_in_every_feed_and_language_and_after_a_change(visitor: Client):
    role = make_role()
    question = make_question(role=role)
    before = texts(feed_of(visitor.get("/feed/")), "entry/id")
    Question.objects.filter(pk=question.pk).update(text="What would you do now?")
    role.slug = "outreach"
    role.save()
    for url in ("/es/feed/", "/roles/outreach/feed/", "/es/roles/outreach/feed/"):
        assert texts(feed_of(visitor.get(url)), "entry/id") == before


def test_a_spanish_feed_leads_to_spanish_pages_and_says_that_the_questions_are_english(visitor: Client):
    question = make_question()
    feed = feed_of(visitor.get("/es/feed/"))
    assert [feed.attrib[LANG], feed.find("{*}entry").attrib[LANG]] == ["es", "en"]
    link = feed.find("{*}entry/{*}link").attrib["href"]
    assert link == f"http://testserver/es/questions/{question.pk}/"


def test_text_that_xml_cannot_hold_does_not_break_a_feed(visitor: Client):
    make_question(text="Why\x0b<b>this</b> & \ufffe“that”?", topics=["R & D"], purpose="", source_name="\x1f")
    feed = feed_of(visitor.get("/feed/"))
    assert texts(feed, "entry/title") == ["Why <b>this</b> &  “that”?"]
    assert texts(feed, "entry/summary") == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60))
def test_any_text_at_all_makes_a_feed(visitor: Client, text: str):
    question = Question.objects.first() or make_question()
    Question.objects.filter(pk=question.pk).update(text=text, purpose=text, source_name=text)
    assert len(entries(visitor, "/feed/")) == 1


def test_an_empty_feed_is_a_feed_that_stays_the_same(visitor: Client):
    url = f"{make_role().get_absolute_url()}feed/"
    assert entries(visitor, url) == []
    assert visitor.get(url).content == visitor.get(url).content


def test_the_feed_of_a_moved_role_moves_in_its_language(visitor: Client):
    role = make_role()
    role.slug = "outreach"
    role.save()
    moved = visitor.get("/es/roles/community-outreach-librarian/feed/")
    assert (moved.status_code, moved["Location"]) == (301, "/es/roles/outreach/feed/")


@pytest.mark.parametrize(("status", "answer"), [(Status.RETIRED, 410), (Status.DRAFT, 404), (Status.REVIEW, 404)])
def test_a_hidden_role_has_no_feed(visitor: Client, status: str, answer: int):
    assert visitor.get(f"{make_role(status=status).get_absolute_url()}feed/").status_code == answer


def test_a_topic_without_a_published_question_has_no_feed(visitor: Client):
    make_question(topics=[make_topic(name="Teens")], status=Status.DRAFT)
    assert visitor.get("/topics/teens/feed/").status_code == 404


@pytest.mark.parametrize("rows", [3, 30])
def test_a_feed_costs_the_same_few_queries_with_three_entries_and_with_thirty(visitor: Client, rows: int):
    role = make_role()
    for number in range(rows):
        make_question(role=role, topics=["Teens", f"Topic {number}"])
    for url, queries in {"/feed/": 2, f"{role.get_absolute_url()}feed/": 3, "/topics/teens/feed/": 4}.items():
        with CaptureQueriesContext(connection) as asked:
            visitor.get(url)
        assert (url, len(asked)) == (url, queries)


def test_following_leaves_no_cookie(visitor: Client):
    assert not visitor.get("/feed/").cookies
