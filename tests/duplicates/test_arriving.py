"""What an import brings that reads much like a question of the bank is said at once, and stands on the editors' list."""

from pathlib import Path

import pytest
from django.core.management import call_command

from questions.editorial.duplicates import arriving
from questions.models import NearDuplicate, Question
from tests.factories import make_question

pytestmark = pytest.mark.django_db

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"
SAID = f"“{REWORDED}” reads much like question"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "Libraries" / "Outreach" / "Bookmobile Librarian.md"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"# Bookmobile Librarian\n\n## Questions\n\n1. {REWORDED}\n2. Which shelves would you weed first?\n", encoding="utf-8"
    )
    return path


def test_an_import_names_and_notes_them(guide: Path, capsys: pytest.CaptureFixture[str]):
    old = make_question(text=ROUTE)
    call_command("import_guides", guide)
    assert f"{SAID} {old.pk}, “{ROUTE}”" in (said := capsys.readouterr().out)
    assert "1 of 2 new questions" in said
    assert [(pair.first.text, pair.second.text) for pair in NearDuplicate.objects.all()] == [(ROUTE, REWORDED)]
    assert not Question.objects.filter(text=REWORDED, compared_at=None).exists()


def test_a_dry_run_names_them_and_notes_nothing(guide: Path, capsys: pytest.CaptureFixture[str]):
    make_question(text=ROUTE)
    call_command("import_guides", guide, dry_run=True)
    assert SAID in capsys.readouterr().out
    assert not NearDuplicate.objects.exists()


def test_the_written_report_has_them_too(guide: Path, tmp_path: Path):
    make_question(text=ROUTE)
    call_command("import_guides", guide, quiet=True, report=tmp_path / "report.txt")
    assert SAID in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_a_second_import_has_nothing_to_say(guide: Path, capsys: pytest.CaptureFixture[str]):
    make_question(text=ROUTE)
    call_command("import_guides", guide, quiet=True)
    call_command("import_guides", guide)
    assert SAID not in capsys.readouterr().out


def test_two_new_questions_that_resemble_each_other_are_named_once():
    make_question(text=ROUTE)
    make_question(text=REWORDED)
    assert [text for text, _ in arriving.note([ROUTE, REWORDED]).similar] == [REWORDED]


def test_a_large_import_leaves_it_to_the_timer_and_says_so(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(arriving, "MOST_NOTED", 1)
    make_question(text=ROUTE)
    call_command("import_guides", guide)
    assert "run_timers" in capsys.readouterr().out
    assert Question.objects.filter(compared_at=None).count() == 3
