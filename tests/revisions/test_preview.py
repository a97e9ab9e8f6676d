"""A draft as visitors would see it: for staff, and for a colleague with a link that ends."""

import re
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from questions.models import Question
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_role
from tests.revisions.edits import edit
from tests.staff import browser_of, person


def preview(thing: Any, revision: Any = None) -> str:
    asked = f"?revision={revision.pk}" if revision else ""
    return f"/admin/questions/{thing._meta.model_name}/{thing.pk}/preview/{asked}"


def link_on(page: str) -> str:
    """The path of the link for a colleague."""
    [link] = re.findall(r'readonly value="http://testserver(/preview/[^"]+)"', page)
    return link


@pytest.fixture
def draft(db: None) -> Question:
    return make_question(
        text="Why do you drive?",
        purpose="To see a plan.",
        role=make_role(),
        topics=["Routes"],
        follow_ups=["And then?"],
        benchmarks={"senior": "A habit.", "entry": "One story."},
        status=Status.DRAFT,
    )


def test_staff_see_a_draft_in_its_public_shape(draft: Question, visitor: Client):
    page = browser_of("vera").get(preview(draft))
    for said in ("Preview: not public yet", "<h1", "Why do you drive?", "To see a plan.", "And then?", "Routes", "One story."):
        assert said in page.text
    assert page.text.index("One story.") < page.text.index("A habit.")
    assert "Community Outreach Librarian" in page.text
    assert visitor.get(draft.get_absolute_url()).status_code == 404


def test_a_preview_is_kept_and_found_by_nobody(draft: Question, visitor: Client):
    staff = browser_of("vera").get(preview(draft))
    for page in (staff, visitor.get(link_on(staff.text))):
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"].startswith("noindex")
        assert '<meta name="robots" content="noindex, nofollow">' in page.text
        for telling in ("application/ld+json", 'rel="canonical"', "hreflang", "og:title"):
            assert telling not in page.text


def test_a_pending_revision_can_be_previewed_while_visitors_see_the_live_text(draft: Question, visitor: Client):
    Question.objects.update(status=Status.PUBLISHED)
    waiting = edit(draft, by=person("ed"), purpose="To see a map.", follow_ups=["Which map?"], topics=[])
    page = browser_of("ed").get(preview(draft, waiting)).text
    assert "Revision 2, saved on" in page
    for said, there in (("To see a map.", True), ("Which map?", True), ("To see a plan.", False), ("Routes", False)):
        assert (said in page) == there
    assert "To see a plan." in visitor.get(draft.get_absolute_url()).text
    assert "visitors see this now" in browser_of("ed").get(preview(draft)).text


def test_a_colleague_without_an_account_sees_the_revision_the_link_was_made_for(draft: Question, visitor: Client):
    edit(draft, by=person("ed"), purpose="To see a map.")
    link = link_on(browser_of("ed").get(preview(draft)).text)
    edit(draft, by=person("ed"), purpose="To see a budget.")
    page = visitor.get(link)
    assert "To see a map." in page.text
    assert "To see a budget." not in page.text
    assert "readonly" not in page.text
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    assert Session.objects.count() == 1  # ed's


def test_the_link_ends_after_seven_days_and_says_so(draft: Question, visitor: Client):
    with time_machine.travel("2026-11-01 12:00 +0000", tick=False):
        page = browser_of("ed").get(preview(draft)).text
        link = link_on(page)
        assert "works until 8 November 2026" in page
    with time_machine.travel("2026-11-08 11:59 +0000", tick=False):
        assert visitor.get(link).status_code == 200
    with time_machine.travel("2026-11-08 12:01 +0000", tick=False):
        ended = visitor.get(link)
    assert ended.status_code == 410
    assert "Links to drafts work for seven days." in ended.text
    assert "Why do you drive?" not in ended.text


def test_a_link_somebody_made_up_leads_nowhere(draft: Question, visitor: Client):
    link = link_on(browser_of("ed").get(preview(draft)).text)
    other = link.replace("/preview/", "/preview/W")
    for made_up in (other, link[:-3] + "/", "/preview/x/", "/preview/::/", "/preview/a:b:c/", "/preview/%00/"):
        assert visitor.get(made_up).status_code == 404


def test_the_link_ends_with_the_thing(draft: Question, visitor: Client):
    link = link_on(browser_of("ed").get(preview(draft)).text)
    draft.delete()
    assert visitor.get(link).status_code == 404


def test_a_role_is_shown_with_its_own_draft_text_and_its_public_questions(db: None, visitor: Client):
    role = make_role(status=Status.DRAFT, summary="Takes the library out.", also_called=["Outreach Lead"])
    make_question(text="Why outreach?", role=role)
    make_question(text="Not ready?", role=role, status=Status.DRAFT)
    make_link(title="Guidelines", role=role)
    make_link(title="Old guidelines", role=role, status=Status.RETIRED)
    waiting = edit(role, by=person("ed"), summary="Takes it to people.")
    page = browser_of("vera").get(preview(role, waiting)).text
    shown = [("Takes it to people.", True), ("Outreach Lead", True), ("Why outreach?", True), ("Not ready?", False)]
    for said, there in [*shown, ("Guidelines", True), ("Old guidelines", False), ("Takes the library out.", False)]:
        assert (said in page) == there
    assert "Takes it to people." in visitor.get(link_on(page)).text


def test_links_have_no_page_to_preview(db: None):
    link = make_link()
    page = browser_of("pat").get(f"/admin/questions/resourcelink/{link.pk}/preview/", follow=True)
    assert "doesn’t exist" in page.text
    assert "/preview/" not in browser_of("pat").get(f"/admin/questions/resourcelink/{link.pk}/history/").text


@pytest.mark.parametrize("asked", ["x", "0", "9" * 40])
def test_a_revision_that_is_none_of_its_own_is_not_found(draft: Question, asked: str):
    assert browser_of("vera").get(f"{preview(draft)}?revision={asked}").status_code == 404


def test_a_preview_costs_few_queries_however_much_it_shows(db: None):
    vera, asked = browser_of("vera"), []
    role = make_role()
    for count in (3, 30):
        for number in range(count):
            make_question(role=role, topics=[f"Topic {number}"])
            make_link(role=role)
        for thing in (role, make_question(role=role, topics=[f"Topic {n}" for n in range(count)], follow_ups=["?"] * count)):
            with CaptureQueriesContext(connection) as queries:
                assert vera.get(preview(thing)).status_code == 200
            asked.append(len(queries))
    assert asked[:2] == asked[2:]
    assert max(asked) < 25
