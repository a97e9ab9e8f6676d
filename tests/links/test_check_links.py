"""``manage.py check_links``: the whole way, and which links it takes."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from questions.editorial.links.checking import check
from questions.editorial.links.fetching import Look
from questions.editorial.links.recording import APART
from questions.models import ResourceLink
from questions.vocabulary import Status
from tests.factories import make_link

from .server import Site, fetcher_for

pytestmark = pytest.mark.django_db


class Web:
    """Answers for the whole web: what ``gone`` names is not found, the rest is there."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gone: set[str] = set()

    def look(self, url: str) -> Look:
        self.asked.append(url)
        return Look(404 if url in self.gone else 200)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    web = Web()
    monkeypatch.setattr("questions.editorial.links.checking.Fetcher", lambda: web)
    return web


def run(**asked: Any) -> str:
    out = StringIO()
    call_command("check_links", stdout=out, stderr=StringIO(), **asked)
    return out.getvalue()


def an_hour_ago() -> Any:
    """Of two looks that find a link dead the first lies at least so long before."""
    return time_machine.travel(timezone.now() - APART)


def url_of(number: int) -> str:
    return f"https://site{number}.example/"


def test_it_says_what_it_found_and_names_what_died(web: Web):
    for number in range(3):
        make_link(url=url_of(number), title=f"Site {number}")
    web.gone = {url_of(1)}
    with an_hour_ago():
        assert run() == "3 links checked: 2 work, 1 unsure, 0 dead.\n"
    assert run() == f"dead: Site 1 · {url_of(1)}\n3 links checked: 2 work, 0 unsure, 1 dead (1 newly so).\n"
    assert run() == "3 links checked: 2 work, 0 unsure, 1 dead.\n"
    web.gone = set()
    assert run() == "3 links checked: 3 work, 0 unsure, 0 dead; 1 that had been dead works again.\n"


def test_a_bank_without_links_is_no_error(web: Web):
    assert run() == "0 links checked: 0 work, 0 unsure, 0 dead.\n"


def test_what_was_never_seen_comes_first_and_then_what_was_not_seen_for_longest(web: Web):
    now = timezone.now()
    for number, days in enumerate([1, 30, 7]):
        make_link(url=url_of(number), checked_at=now - dt.timedelta(days=days), check_state="ok")
    make_link(url=url_of(3))
    run(limit=2)
    assert set(web.asked) == {url_of(3), url_of(1)}


def test_links_seen_lately_can_be_left_out(web: Web):
    now = timezone.now()
    for number, days in enumerate([1, 30, 7]):
        make_link(url=url_of(number), checked_at=now - dt.timedelta(days=days), check_state="ok")
    make_link(url=url_of(3))
    run(older_than=7)
    assert set(web.asked) == {url_of(1), url_of(2), url_of(3)}


def test_drafts_are_looked_at_and_retired_links_are_not(web: Web):
    for number, status in enumerate(Status):
        make_link(url=url_of(number), status=status)
    run()
    assert set(web.asked) == {url_of(number) for number, status in enumerate(Status) if status != Status.RETIRED}


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": -1}, {"older_than": -1}, {"older_than": 10**12}])
def test_numbers_that_make_no_sense_are_told(web: Web, wrong: dict[str, int]):
    with pytest.raises(CommandError, match="takes a number of"):
        run(**wrong)


def test_the_whole_way_from_a_server_to_the_bank(site: Site):
    site.pages |= {"/there": 200, "/old": (301, {"Location": "/there"}), "/shy": 403}
    for page in ("there", "old", "shy", "gone"):
        make_link(url=site.url(f"/{page}"), title=page)
    make_link(url="http://inside.example/", title="inside")
    fetcher = fetcher_for(site, names={"inside.example": ["10.0.0.1"]})
    with an_hour_ago():
        assert len(list(check(ResourceLink.objects.all(), look=fetcher.look))) == 5
    list(check(ResourceLink.objects.all(), look=fetcher.look))
    assert {link.title: (link.check_state, link.checks.all()[0].detail) for link in ResourceLink.objects.all()} == {
        "there": ("ok", ""),
        "old": ("ok", f"moved to {site.url('/there')}"),
        "shy": ("unsure", "it turns robots away; look yourself (403)"),
        "gone": ("dead", "not found (404), as an hour ago or longer"),
        "inside": ("unsure", "not asked: it leads into a private network"),
    }
