"""``manage.py lint_content``: what it prints, and when it fails."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def run(folder: Path, *options: str) -> str:
    out = StringIO()
    call_command("lint_content", str(folder), *options, stdout=out)
    return out.getvalue()


def test_a_folder_with_nothing_to_mend_says_what_was_looked_at(folder):
    folder.write()
    assert run(folder.root) == "1 questions of 1 roles: nothing to mend.\n"


def test_findings_are_printed_by_file_and_line_and_make_it_fail(folder, monkeypatch):
    path = folder.write({"Purpose": None})
    monkeypatch.chdir(folder.root)
    out = StringIO()
    with pytest.raises(CommandError, match=r"^1 things to mend in 1 files\.$"):
        call_command("lint_content", str(folder.root), stdout=out)
    line = next(number for number, text in enumerate(path.read_text().splitlines(), start=1) if text.startswith("1. "))
    place = os.path.relpath(path, folder.root)
    assert out.getvalue() == f"{place}:{line}: the question has no purpose; say why a panel asks it [guidance]\n"


def test_only_shows_the_files_somebody_works_on(folder):
    folder.write({"Purpose": None})
    folder.write(title="Bookmobile Librarian")
    assert "nothing to mend" in run(folder.root, "--only", "bookmobile")


def test_spelling_may_be_left_out(folder):
    folder.write({"Avoid": "Saying recieve while others listen."})
    assert "nothing to mend" in run(folder.root, "--no-spelling")


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        ("question: 3", "names a limit “question” that there is not"),
        ("roles: many", "“roles” can not be 'many'"),
        ("points: 3", "“points” can not be 3"),
        ("roles: [", "is no valid YAML"),
        ("- roles", "must be lines of the form"),
    ],
)
def test_limits_that_make_no_sense_are_refused_in_a_sentence(folder, limits, sentence):
    folder.write()
    folder.file("lint.yaml", limits)
    with pytest.raises(CommandError, match=sentence.replace("(", r"\(")):
        run(folder.root)


def test_a_folder_may_set_limits_of_its_own(folder):
    folder.write({"Points": ["greets the child by name", "asks the parent to help"], "Purpose": "It shows patience."})
    folder.file("lint.yaml", "points: [2, 4]\nlengths: {purpose: [10, 100]}\n")
    assert "nothing to mend" in run(folder.root)
    assert folder.limits().lengths["point"] == (8, 160)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="there is no folder"):
        run(tmp_path / "nowhere")
