"""A dead link leaves every public page until it works again or leads elsewhere."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from questions.editorial.links.fetching import Look
from questions.editorial.links.recording import record
from questions.models import ResourceLink, Role
from questions.models.resource import CheckState
from questions.vocabulary import LinkKind
from tests.factories import make_link, make_question, make_role
from tests.practice.files import WORDS, download

from .reading import links_of, text_of

PAGES = ["/resources/", "/resources/?kind=toolkit", "/resources/?topic=maps", "/topics/maps/", "/roles/archivist/"]


def make_archivist() -> Role:
    """A role about maps, with a link that works and one that will die."""
    role = make_role(title="Archivist")
    make_question(role=role, topics=["Maps"])
    make_link(url="https://atlas.example/", title="Atlas", role=role, topics=["Maps"], kind=LinkKind.TOOLKIT)
    make_link(url="https://globe.example/", title="Globe", role=role, topics=["Maps"], kind=LinkKind.TOOLKIT)
    return role


def answer(status: int, times: int = 1) -> ResourceLink:
    """The globe's site gives this answer to the next checks, one a day."""
    globe = ResourceLink.objects.get(title="Globe")
    for _ in range(times):
        last = globe.checked_at or timezone.now() - dt.timedelta(days=9)
        record(globe.pk, globe.url_key, Look(status), at=last + dt.timedelta(days=1))
        globe.refresh_from_db()
    return globe


def shows(visitor: Client, page: str) -> set[str]:
    return {"Atlas", "Globe"} & set(links_of(visitor.get(page), "main a"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leaves_a_dead_link_out_and_shows_it_again_once_it_works(visitor: Client, page: str):
    make_archivist()
    assert shows(visitor, page) == {"Atlas", "Globe"}
    answer(404)
    assert shows(visitor, page) == {"Atlas", "Globe"}
    answer(404)
    assert shows(visitor, page) == {"Atlas"}
    answer(200)
    assert shows(visitor, page) == {"Atlas", "Globe"}


@pytest.mark.parametrize("page", PAGES)
def test_a_dead_link_that_gets_another_address_is_back_at_once(visitor: Client, page: str):
    make_archivist()
    globe = answer(410, times=2)
    assert shows(visitor, page) == {"Atlas"}
    globe.url = "https://new-globe.example/"
    globe.save()
    assert shows(visitor, page) == {"Atlas", "Globe"}


@pytest.mark.parametrize("word", WORDS)
def test_the_files_to_take_away_leave_it_out_too(visitor: Client, word: str):
    role = make_archivist()
    answer(404, times=2)
    dead = download(visitor, role, word).content
    assert b"globe.example" not in dead
    answer(200)
    fixed = download(visitor, role, word).content
    assert (b"globe.example" in fixed) == (b"atlas.example" in fixed)


def test_what_is_counted_on_the_resources_page_is_what_is_shown(visitor: Client):
    make_archivist()
    make_link(title="Only one about globes", topics=["Globes"], check_state=CheckState.DEAD)
    answer(404, times=2)
    page = visitor.get("/resources/")
    assert text_of(page, ".chips a") == ["All 1", "Toolkits and guides 1"]
    assert text_of(page, "option") == ["All topics", "Maps"]


@pytest.mark.parametrize("state", [CheckState.UNSURE, CheckState.UNCHECKED, CheckState.OK])
def test_a_link_nobody_is_sure_of_stays(visitor: Client, state: CheckState):
    make_archivist()
    ResourceLink.objects.filter(title="Globe").update(check_state=state)
    assert shows(visitor, "/resources/") == {"Atlas", "Globe"}


def test_a_dead_link_changes_no_sitemap(visitor: Client):
    make_archivist()
    before = visitor.get("/sitemap.xml").text
    answer(404, times=2)
    assert visitor.get("/sitemap.xml").text == before


def test_a_link_that_is_dead_and_scheduled_needs_both_to_be_shown(visitor: Client):
    make_archivist()
    globe = answer(404, times=2)
    ResourceLink.objects.filter(pk=globe.pk).update(publish_at=timezone.now() + dt.timedelta(days=1))
    answer(200)
    assert shows(visitor, "/resources/") == {"Atlas"}
