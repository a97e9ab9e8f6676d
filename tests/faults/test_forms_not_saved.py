"""A form that the database cannot take comes back with what was typed, and a sentence that says what happened."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from questions.models import Message, Topic
from tests.pages.reading import parse, text_of

ADD = "/admin/questions/topic/add/"
TYPED = {"name": "Maps & routes", "description": "Two\nlines", "phrases": "", "slug": ""}
TYPED |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}


def disk_full() -> None:
    """What SQLite says where there is no room."""
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute("CREATE TABLE words (word)")
        small.execute("PRAGMA max_page_count = 2")
        try:
            small.execute("INSERT INTO words VALUES (zeroblob(100000))")
        except sqlite3.OperationalError as error:
            raise OperationalError(str(error)) from error


def gone_away() -> None:
    raise OperationalError("server closed the connection unexpectedly")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``broken(model, fault)``: saving rows of ``model`` fails."""

    def arrange(model: type, fault: Callable[[], None]) -> None:
        monkeypatch.setattr(model, "save", lambda self, *args, **kwargs: fault())

    return arrange


def kept_in(page) -> dict[str, str]:
    return {
        str(field.attrs["name"]): str(field.attrs.get("value", "")) for field in parse(page).query("main form input[type=hidden]")
    }


def test_on_a_full_disk_an_editor_keeps_what_they_typed_and_reads_why(editor: Client, broken, monkeypatch: pytest.MonkeyPatch):
    broken(Topic, disk_full)
    page = editor.post(ADD, TYPED)
    assert page.status_code == 503
    [said] = text_of(page, "main .lede")
    assert said.startswith("The disk of this site is full")
    kept = kept_in(page)
    assert (kept["name"], kept["description"]) == ("Maps & routes", "Two\nlines")
    monkeypatch.undo()
    assert editor.post(ADD, kept).status_code == 302
    assert Topic.objects.get().name == "Maps & routes"


def test_where_the_database_went_away_it_says_so(editor: Client, broken):
    broken(Topic, gone_away)
    page = editor.post(ADD, TYPED)
    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    [said] = text_of(page, "main .lede")
    assert said.startswith("The site’s database does not answer at the moment.")


def test_the_page_asks_no_database_for_who_they_are(editor: Client, monkeypatch: pytest.MonkeyPatch):
    from django.contrib.sessions.backends.db import SessionStore

    monkeypatch.setattr(SessionStore, "load", lambda self: gone_away())
    page = editor.post(ADD, TYPED)
    assert page.status_code == 503
    assert kept_in(page)["name"] == "Maps & routes"


def test_a_visitors_message_comes_back_too(visitor: Client, broken):
    broken(Message, disk_full)
    typed = {"fault": "wrong", "text": "The second point is no longer so."}
    page = visitor.post("/report/", kept_in(visitor.get("/report/")) | typed)
    assert page.status_code == 503
    assert kept_in(page)["text"] == "The second point is no longer so."


def test_a_password_is_not_written_into_a_page(editor: Client, broken):
    broken(User, gone_away)
    editor.raise_request_exception = False
    typed = {"oldpassword": "a long enough passphrase", "password1": "some secret words", "password2": "some secret words"}
    page = editor.post("/accounts/password/", typed)
    assert (page.status_code, "secret words" in page.text) == (500, False)
