"""A restore brings everything back, and everybody sees it at once."""

import io
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from prepsite import settings as running
from questions.caching.version import content_version
from questions.copies.backups.restoring import verify
from questions.models import Question, Role
from questions.search import search
from tests.factories import make_question
from tests.threads import Together

from .archives import archive, nothing_left
from .conftest import ASKED

Texts = Callable[[], list[str]]


def restore(path: Path, **options: Any) -> str:
    out = io.StringIO()
    call_command("restore", path, **{"yes": True, "no_safety": True} | options, stdout=out)
    return out.getvalue()


def test_the_bank_is_what_it_was(backup: Path, texts: Texts):
    restore(backup)
    assert texts() == [ASKED]
    [question] = Question.objects.all()
    assert [topic.name for topic in question.topics.all()] == ["Outreach"]
    assert [place.role.title for place in question.role_questions.all()] == ["Bookmobile Librarian"]


def test_search_finds_what_is_back_and_nothing_else(backup: Path):
    assert [len(search(words).questions) for words in ("route", "engine")] == [0, 1]
    restore(backup)
    assert [len(search(words).questions) for words in ("route", "engine")] == [1, 0]
    assert [role.title for role in search("bookmobile").roles] == ["Bookmobile Librarian"]


def test_search_and_counts_are_kept_by_the_database_afterwards(backup: Path):
    restore(backup)
    question = make_question(text="What does a mechanic cost?", role=Role.objects.get())
    assert [len(search(words).questions) for words in ("mechanic", "route")] == [1, 1]
    assert question.pk not in {None, Question.objects.get(text=ASKED).pk}


def test_no_cache_has_seen_the_content_version(backup: Path):
    seen = [content_version()]
    for _ in range(3):
        restore(backup)
        assert content_version() not in seen
        seen.append(content_version())
        make_question()
        seen.append(content_version())
    if connection.vendor == "sqlite":
        numbers = [int(version.partition("-")[0]) for version in seen]
        assert numbers == sorted(numbers)


def test_kept_pages_are_made_anew(backup: Path, settings: Any):
    settings.MIDDLEWARE = running.MIDDLEWARE
    visitor, page = Client(), "/roles/bookmobile-librarian/"
    kept = visitor.get(page)
    assert ASKED not in kept.text
    restore(backup)
    again = visitor.get(page, headers={"If-None-Match": kept["ETag"]})
    assert (again.status_code, ASKED in again.text) == (200, True)


def test_whoever_has_the_database_open_sees_it_as_workers_of_the_server_do(backup: Path, together: Together):
    looked, restored = Event(), Event()

    def look() -> tuple[int, int, int]:
        return Question.objects.count(), len(search("route").questions), len(search("engine").questions)

    def worker() -> list[tuple[int, int, int]]:
        first = look()
        looked.set()
        restored.wait(timeout=60)
        return [first, look()]

    def operator() -> None:
        looked.wait(timeout=60)
        restore(backup)
        restored.set()

    assert together(worker, operator) == [[(2, 0, 1), (1, 1, 0)], None]


def test_accounts_come_back_too(bank: Role, tmp_path: Path):
    User.objects.create_user("erin", "erin@library.example", "a long enough passphrase")
    made = archive(tmp_path / "bank.zip")
    User.objects.all().delete()
    restore(made)
    assert User.objects.get().check_password("a long enough passphrase")


def test_an_older_archive_is_brought_up_to_date_first(bank: Role, tmp_path: Path, texts: Texts):
    latest = {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "questions"}
    call_command("migrate", "questions", "0009", verbosity=0)
    made = archive(tmp_path / "bank.zip")
    call_command("migrate", verbosity=0)
    Question.objects.all().delete()
    restore(made)
    assert {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "questions"} == latest
    assert texts() == [ASKED]
    assert Role.objects.with_question_count().get().question_count == 1


def test_the_present_data_goes_to_an_archive_that_can_be_restored(backup: Path, tmp_path: Path, texts: Texts):
    before, safe = texts(), tmp_path / "safe"
    safe.mkdir()
    said = restore(backup, no_safety=False, safety_to=safe)
    [made] = safe.iterdir()
    assert str(made) in said
    verify(made, lambda *_: None)
    assert texts() != before
    restore(made)
    assert texts() == before


def test_it_says_what_goes_and_asks(backup: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch):
    before, asked = texts(), []
    monkeypatch.setattr("builtins.input", lambda text: asked.append(text) or "yes")
    with pytest.raises(CommandError, match="Nothing was changed"):
        restore(backup, yes=False)
    assert (texts(), len(asked)) == (before, 1)
    monkeypatch.setattr("builtins.input", lambda _: "restore")
    said = restore(backup, yes=False)
    assert ["questions", "2", "1"] in [line.split() for line in said.splitlines()]
    assert texts() == [ASKED]


def test_where_nobody_can_be_asked_it_wants_yes(backup: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch):
    before = texts()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(CommandError, match="add --yes"):
        restore(backup, yes=False)
    assert texts() == before
    assert nothing_left(backup.parent)
