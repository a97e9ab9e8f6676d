"""An editor has links checked at once, and reads what the last checks found."""

import datetime as dt
from threading import Event

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from questions.editorial.links.fetching import Fetcher, Look
from questions.editorial.links.recording import APART
from questions.models import LinkCheck, ResourceLink, Revision
from tests.factories import make_link
from tests.staff import browser_of

LIST = "/admin/questions/resourcelink/"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Look]:
    """What the web answers, by address; nothing here leaves the machine."""
    answers: dict[str, Look] = {}
    monkeypatch.setattr(Fetcher, "look", lambda self, url: answers.get(url, Look(200)))
    return answers


def check(editor: Client, *links: ResourceLink) -> HttpResponse:
    return editor.post(LIST, {"action": "check_now", "_selected_action": [link.pk for link in links]})


def said(page: HttpResponse) -> list[str]:
    return [strip_tags(str(message)) for message in get_messages(page.wsgi_request)]


def test_chosen_links_are_checked_and_the_page_says_what_was_found(editor: Client, answers: dict[str, Look]):
    fine, old, shy, other = (make_link(title=title) for title in ("Fine", "Old", "Shy", "Other"))
    answers[old.url] = Look(200, moved_to="https://new.example/")
    answers[shy.url] = Look(403)
    page = check(editor, fine, old, shy)
    assert said(page)[0] == "3 links checked: 2 work, 1 unsure, 0 dead."
    assert sorted(said(page)[1:]) == [
        "Unsure: Shy: it turns robots away; look yourself (403).",
        "Works: Old: moved to https://new.example/.",
    ]
    assert dict(ResourceLink.objects.values_list("title", "check_state")) == {
        "Fine": "ok",
        "Old": "ok",
        "Shy": "unsure",
        "Other": "unchecked",
    }
    assert not Revision.objects.exists()
    assert not other.checks.exists()


def test_a_link_found_gone_twice_is_dead_and_the_editor_reads_it(editor: Client, answers: dict[str, Look]):
    link = make_link(title="Gone")
    answers[link.url] = Look(404)
    with time_machine.travel(timezone.now() - APART):
        check(editor, link)
    assert said(check(editor, link))[-2:] == [
        "1 link checked: 0 work, 0 unsure, 1 dead (1 newly so).",
        "Dead: Gone: not found (404), as an hour ago or longer.",
    ]


def test_two_clicks_a_moment_apart_take_no_link_off_the_site(editor: Client, answers: dict[str, Look]):
    link = make_link(title="Gone")
    answers[link.url] = Look(404)
    check(editor, link), check(editor, link)
    assert ResourceLink.objects.published().get() == link


def test_too_many_at_once_are_not_checked(editor: Client, answers: dict[str, Look], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("questions.admin.link_checks.MOST_AT_ONCE", 2)
    [message] = said(check(editor, *(make_link() for _ in range(3))))
    assert message.startswith("Nothing was checked: 3 resource links chosen, at most 2 go at once.")
    assert not LinkCheck.objects.exists()


def test_an_editor_does_not_wait_for_a_slow_web(editor: Client, monkeypatch: pytest.MonkeyPatch):
    over = Event()
    monkeypatch.setattr("questions.admin.link_checks.SECONDS", 0.05)
    monkeypatch.setattr(Fetcher, "look", lambda self, url: Look(200) if over.wait(5) else Look())
    page = check(editor, make_link(), make_link())
    over.set()
    assert said(page) == [
        "0 links checked: 0 work, 0 unsure, 0 dead.",
        "No time was left for 2 resource links. Check them again in a minute.",
    ]


def test_the_page_of_one_link_offers_the_check_too(editor: Client, answers: dict[str, Look]):
    link = make_link()
    address = f"{LIST}{link.pk}/change/"
    prefix = editor.get(address).context["action_form"].prefix
    chosen = {f"{prefix}-action": "check_now", "_selected_action": [link.pk], f"{prefix}-select_across": 0}
    assert said(editor.post(address, chosen)) == ["1 link checked: 1 works, 0 unsure, 0 dead."]


def test_the_last_checks_stand_on_the_page_of_the_link_the_newest_first(editor: Client):
    link, other = make_link(), make_link()
    for day in range(12):
        detail = f"<b>moved</b> to {day}"
        LinkCheck.objects.create(link=link, at=NOON + dt.timedelta(days=day), state="ok", http_status=200, detail=detail)
    page = editor.get(f"{LIST}{link.pk}/change/").content.decode()
    assert page.index("2026-12-04 12:00") < page.index("2026-12-03 12:00") < page.index("2026-11-25 12:00")
    assert "2026-11-24" not in page
    assert "&lt;b&gt;moved&lt;/b&gt; to 11" in page
    assert "Nobody has looked yet." in editor.get(f"{LIST}{other.pk}/change/").content.decode()
    assert editor.get(f"{LIST}add/").status_code == 200


def test_the_list_says_the_state_in_words_at_no_query_a_row(editor: Client):
    make_link(title="Broken", check_state="dead", checked_at=NOON)
    with CaptureQueriesContext(connection) as few:
        page = editor.get(LIST).content.decode()
    assert "✗ Dead, 2026-11-23" in page
    for _ in range(20):
        make_link(check_state="ok", checked_at=NOON)
    with CaptureQueriesContext(connection) as many:
        editor.get(LIST)
    assert len(few) == len(many)


@pytest.mark.parametrize(("name", "may"), [("vera", False), ("ann", True), ("ed", True), ("pat", True)])
@pytest.mark.django_db
def test_who_may_write_may_check(answers: dict[str, Look], name: str, may: bool):
    link = make_link()
    check(browser_of(name), link)
    link.refresh_from_db()
    assert (link.check_state == "ok") is may


def test_an_editor_says_that_a_link_works(db: None):
    link = make_link(check_state="unsure")
    page = browser_of("ed").post(LIST, {"action": "vouch", "_selected_action": [link.pk]})
    assert said(page) == ["Marked as working: 1 resource link."]
    link.refresh_from_db()
    assert link.check_state == "ok"


def test_an_author_has_no_say_in_it(db: None):
    link = make_link(check_state="dead")
    browser_of("ann").post(LIST, {"action": "vouch", "_selected_action": [link.pk]})
    link.refresh_from_db()
    assert link.check_state == "dead"
