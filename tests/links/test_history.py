"""What the looks at a link leave behind, and what they leave alone."""

import datetime as dt

import pytest

from questions.editorial.links.checking import check
from questions.editorial.links.fetching import Look
from questions.editorial.links.recording import record, vouch
from questions.models import LinkCheck, ResourceLink, Revision
from questions.models.resource import CheckState
from questions.vocabulary import LinkKind
from tests.factories import make_link
from tests.staff import person

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def look(link: ResourceLink, *statuses: int) -> ResourceLink:
    """The link after it gave these answers, a day apart."""
    for status in statuses:
        last = link.checks.first()
        at = (last.at if last else NOON) + dt.timedelta(days=1)
        record(link.pk, link.url_key, Look(status), at=at)
    link.refresh_from_db()
    return link


def test_gone_in_two_checks_is_dead_and_works_again_later():
    link = make_link()
    assert look(link, 404).check_state == "unsure"
    assert look(link, 410).check_state == "dead"
    assert look(link, 500).check_state == "dead"
    assert look(link, 200).check_state == "ok"
    assert look(link, 404).check_state == "unsure"
    assert list(link.checks.values_list("http_status", "state")) == [
        (404, "unsure"),
        (200, "ok"),
        (500, "unsure"),
        (410, "dead"),
        (404, "unsure"),
    ]


@pytest.mark.parametrize(("minutes", "state"), [((0, 1, 59), "unsure"), ((0, 60), "dead"), ((0, 40, 80), "dead")])
def test_looks_close_together_are_no_second_opinion(minutes: tuple[int, ...], state: str):
    link = make_link()
    for minute in minutes:
        record(link.pk, link.url_key, Look(404), at=NOON + dt.timedelta(minutes=minute))
    link.refresh_from_db()
    assert link.check_state == state


def test_an_hour_of_not_found_begins_anew_after_anything_else():
    link = make_link()
    for minute, status in ((0, 404), (50, 503), (70, 404)):
        record(link.pk, link.url_key, Look(status), at=NOON + dt.timedelta(minutes=minute))
    link.refresh_from_db()
    assert link.check_state == "unsure"


def test_an_hour_of_not_found_at_another_address_does_not_count():
    link = look(make_link(), 404, 404)
    link.url = "https://library.example/new-kit"
    link.save()
    for minute in (0, 1):
        record(link.pk, link.url_key, Look(404), at=NOON + dt.timedelta(days=9, minutes=minute))
    link.refresh_from_db()
    assert link.check_state == "unsure"


def test_the_last_ten_looks_of_each_link_are_kept():
    busy, other = make_link(), make_link()
    look(other, 200)
    look(busy, *[200] * 8, 403, *[200] * 4, 500)
    assert list(busy.checks.values_list("http_status", flat=True)) == [500, 200, 200, 200, 200, 403, 200, 200, 200, 200]
    assert other.checks.count() == 1


def test_a_look_writes_no_revision_and_changes_nothing_but_the_state():
    link = make_link(note="Good.", kind=LinkKind.TOOLKIT)
    before = ResourceLink.objects.values().get()
    look(link, 200)
    after = ResourceLink.objects.values().get()
    assert {name for name in before if before[name] != after[name]} == {"check_state", "checked_at"}
    assert not Revision.objects.exists()


def test_what_was_found_at_an_address_that_changed_meanwhile_is_not_written_down():
    gone, moved = make_link(), make_link(url="https://library.example/kit")
    asked = [(link.pk, link.url_key) for link in (gone, moved)]
    gone.delete()
    moved.url = "https://library.example/new-kit"
    moved.save()
    for key, url_key in asked:
        assert record(key, url_key, Look(404), at=NOON) is None
    assert not LinkCheck.objects.exists()


@pytest.mark.parametrize("partly", [None, ["url", "url_key"]])
def test_a_link_that_leads_elsewhere_counts_as_not_checked_and_starts_anew(partly: list[str] | None):
    link = make_link(url="https://library.example/kit")
    look(link, 404, 404)
    link.url = "https://library.example/new-kit"
    link.save(update_fields=partly)
    link = ResourceLink.objects.get()
    assert (link.check_state, link.checked_at) == ("unchecked", None)
    assert look(link, 404).check_state == "unsure"
    assert look(link, 404).check_state == "dead"


def test_somebody_who_had_not_read_the_link_cannot_give_it_another_address_and_its_old_state():
    known = make_link(url="https://library.example/kit", check_state="dead")
    unread = ResourceLink(pk=known.pk, url="https://library.example/new", check_state="dead")
    unread.save(force_update=True, update_fields=["url", "url_key"])
    known.refresh_from_db()
    assert known.check_state == CheckState.UNCHECKED


def test_other_edits_and_the_same_address_in_other_letters_keep_the_state():
    link = look(make_link(url="https://library.example/kit"), 404, 404)
    link.title, link.url = "The kit", "HTTPS://LIBRARY.example:443/kit/"
    link.save()
    partly = ResourceLink.objects.only("title").get()
    partly.title = "Our kit"
    partly.save()
    partly.url = "https://library.example/elsewhere"
    partly.save(update_fields=["title"])
    link.refresh_from_db()
    assert (link.check_state, link.title) == ("dead", "Our kit")


def test_a_look_that_breaks_is_unsure_and_the_others_go_on(caplog: pytest.LogCaptureFixture):
    make_link(url="https://broken.example/")
    make_link(url="https://library.example/")

    def fragile(url: str) -> Look:
        if "broken" in url:
            raise RuntimeError(url)
        return Look(200)

    found = {link.url: (link.state, link.detail) for link in check(ResourceLink.objects.all(), look=fragile) if link}
    assert found["https://library.example/"] == ("ok", "")
    assert found["https://broken.example/"] == ("unsure", "the check itself failed; the log says why")
    assert "https://broken.example/" in caplog.text


def vouched(link: ResourceLink, *, at: dt.datetime) -> ResourceLink:
    vouch(ResourceLink.objects.filter(pk=link.pk), by=person("ed"), at=at)
    link.refresh_from_db()
    return link


def test_an_editor_who_opened_it_is_believed_against_a_site_that_turns_machines_away():
    link = vouched(look(make_link(), 403), at=NOON + dt.timedelta(days=2))
    assert (link.check_state, link.checks.first().detail) == ("ok", "ed opened it.")
    assert look(link, 403).check_state == "ok"
    assert link.checks.first().state == "unsure"


def test_a_dead_link_that_an_editor_opened_comes_back_until_it_is_found_gone_twice_more():
    link = vouched(look(make_link(), 404, 404), at=NOON + dt.timedelta(days=3))
    assert link.check_state == "ok"
    assert look(link, 404).check_state == "unsure"
    assert look(link, 404).check_state == "dead"


def test_after_half_a_year_somebody_has_to_open_it_again():
    link = vouched(make_link(), at=NOON)
    record(link.pk, link.url_key, Look(403), at=NOON + dt.timedelta(days=181))
    link.refresh_from_db()
    assert link.check_state == "unsure"


def test_what_was_opened_says_nothing_of_another_address():
    link = vouched(make_link(), at=NOON)
    link.url = "https://elsewhere.example/"
    link.save()
    assert look(link, 403).check_state == "unsure"
