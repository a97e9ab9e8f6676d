"""The folder appears whole, or stays what it was; and what it shows is the bank of one moment."""

import errno
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import get_script_prefix

from questions.copies.freezing.freezing import freeze as freeze_for
from questions.copies.whole import CopyError
from questions.models import Question
from tests.factories import make_question
from tests.pages.banks import Bank

from .copies import SITE, broken, freeze, pages


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_takes_the_place_of_the_one_before(bank: Bank, folder: Path):
    freeze(folder)
    Question.objects.filter(pk=bank.question.pk).update(status="retired")
    gone = folder / "questions" / str(bank.question.pk) / "index.html"
    assert gone.is_file()
    freeze(folder)
    assert not gone.exists()
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_a_folder_with_other_things_in_it_is_refused(bank: Bank, folder: Path):
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(CommandError, match="has something in it that freeze did not make"):
        call_command("freeze", folder)
    assert contents(folder) == {"thesis.txt": b"years of work"}
    with pytest.raises(CommandError, match="is a file: name a folder"):
        call_command("freeze", folder / "thesis.txt")
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("freeze", folder / "a" / "b")


def test_an_empty_folder_is_taken_and_the_command_says_how_much_it_wrote(
    bank: Bank, folder: Path, capsys: pytest.CaptureFixture[str]
):
    folder.mkdir()
    call_command("freeze", folder, site=SITE)
    files = len(contents(folder))
    assert capsys.readouterr().out.startswith(f"{files - 1:,} files, ")
    assert get_script_prefix() == "/"


def test_a_page_is_what_a_visitor_sees(bank: Bank, folder: Path, visitor: Client):
    freeze(folder, site="http://testserver")
    page = (folder / "roles" / "community-outreach-librarian" / "index.html").read_text(encoding="utf-8")
    seen = visitor.get("/roles/community-outreach-librarian/").text
    assert words(page) == words(seen)


def words(html: str) -> list[str]:
    return [" ".join(part.partition(">")[2].split()) for part in html.partition("<body>")[2].split("<")]


@pytest.mark.parametrize("site", ["prep.example", "ftp://prep.example/", "https://", "/bank/", "https://prep.example/?page=2"])
def test_an_address_that_is_none_is_refused(bank: Bank, folder: Path, site: str):
    with pytest.raises(CommandError, match="--site takes a full address"):
        call_command("freeze", folder, site=site)
    assert not folder.exists()


def test_a_full_disk_leaves_the_copy_before_as_it_was(bank: Bank, folder: Path):
    freeze(folder)
    before = contents(folder)
    make_question(text="Is this one new?", role=bank.role)

    def full(_stage: str, done: int, _of: int) -> None:
        if done > 20:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(CopyError, match=r"There is no room left in .*Nothing was changed\.$"):
        freeze_for(folder, progress=full)
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


@pytest.fixture
def editor_at_work(bank: Bank) -> Callable[..., None]:
    """Somebody who publishes a question, takes one away and words one anew while the copy is made."""
    done: list[bool] = []

    def work() -> None:
        make_question(text="Published meanwhile?", role=bank.role, topics=[bank.topic])
        Question.objects.filter(text="Why this library?").update(text="Why this one?")
        Question.objects.filter(text__startswith="What would you do on round").update(status="retired")
        connection.close()

    def progress(*_: Any) -> None:
        if not done:
            done.append(True)
            editor = Thread(target=work)
            editor.start()
            editor.join(timeout=30)
            assert not editor.is_alive()

    return progress


def test_an_editor_neither_waits_for_it_nor_gets_half_in(bank: Bank, folder: Path, editor_at_work: Callable[..., None]):
    freeze_for(folder, site=SITE, progress=editor_at_work)
    assert Question.objects.filter(text__in=["Published meanwhile?", "Why this one?"]).count() == 2
    assert list(broken(folder)) == []
    shown = "".join(page.read_text(encoding="utf-8") for page in pages(folder))
    assert "Why this library?" in shown
    assert "What would you do on round 4?" in shown
    assert "Published meanwhile?" not in shown
    assert "Why this one?" not in shown
