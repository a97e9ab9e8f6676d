"""Two forms of one topic, field, group or message: the second save is refused once, and nothing typed is lost."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.models import Topic
from tests.factories import make_field, make_group, make_report, make_topic
from tests.staff import browser_of
from tests.workflow.crafting import page_of

from .forms import errors, filled

pytestmark = pytest.mark.django_db
SAVED = "Somebody else saved this while you were writing."


@pytest.mark.parametrize(
    ("make", "column"),
    [(make_topic, "description"), (make_field, "description"), (make_group, "description"), (make_report, "note")],
)
def test_the_second_save_is_refused_says_what_the_first_was_and_is_done_when_sent_again(make: Any, column: str):
    thing = make()
    ed, eve = browser_of("ed"), browser_of("eve")
    eds = filled(ed.get(page_of(thing)), **{column: "Ed's."})
    eves = filled(eve.get(page_of(thing)), **{column: "Eve's."})
    assert ed.post(page_of(thing), eds).status_code == 302
    refused = eve.post(page_of(thing), eves)
    assert SAVED in errors(refused)
    assert "Saved meanwhile: “Ed's.”" in errors(refused)
    thing.refresh_from_db()
    assert getattr(thing, column) == "Ed's."
    again = filled(refused)
    assert again[column] == "Eve's."
    assert eve.post(page_of(thing), again).status_code == 302
    thing.refresh_from_db()
    assert getattr(thing, column) == "Eve's."


def test_only_what_the_two_say_differently_is_named():
    topic = make_topic(name="Budgets", description="Old.", phrases="grant\nmoney")
    ed, eve = browser_of("ed"), browser_of("eve")
    eves = filled(eve.get(page_of(topic)), description="Eve's.", phrases="grant\r\nmoney")
    ed.post(page_of(topic), filled(ed.get(page_of(topic)), description=""))
    refused = eve.post(page_of(topic), eves)
    assert refused.context["adminform"].form.errors.keys() == {"__all__", "description"}
    assert "Emptied meanwhile." in errors(refused)


def test_a_form_that_nobody_overtook_saves_at_once():
    topic, ed = make_topic(name="Budgets"), browser_of("ed")
    assert ed.post(page_of(topic), filled(ed.get(page_of(topic)), description="Ed's.")).status_code == 302
    assert ed.post("/admin/questions/topic/add/", filled(ed.get("/admin/questions/topic/add/"), name="Teens")).status_code == 302
    assert Topic.objects.get(name="Teens")


def test_a_form_sent_without_what_it_was_opened_with_overwrites_nothing():
    topic, ed = make_topic(name="Budgets", description="Old."), browser_of("ed")
    sent = filled(ed.get(page_of(topic)), description="Ed's.")
    del sent["opened"]
    assert SAVED in errors(ed.post(page_of(topic), sent))


def test_who_may_only_look_sees_no_trace_of_it():
    assert 'name="opened"' not in browser_of("vera").get(page_of(make_topic())).text


def test_the_row_is_locked_before_it_is_compared():
    """Where the database can: of two that save at the same moment the second waits, and then sees the first."""
    topic, ed = make_topic(name="Budgets"), browser_of("ed")
    sent = filled(ed.get(page_of(topic)), description="Ed's.")
    with CaptureQueriesContext(connection) as queries:
        ed.post(page_of(topic), sent)
    locks = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
    assert bool(locks) == connection.features.has_select_for_update
