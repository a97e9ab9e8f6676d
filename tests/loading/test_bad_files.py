"""A file that cannot be imported is reported with its path, line and reason; the others go on."""

import pytest
from django.core.management import CommandError, call_command

from questions.guides.loading.importing import import_guides
from questions.models import Question, Role


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"# A role\n\nOnly a description.\n", "no question"),
        (b"\x00\x01\x02\x03\xff\xfe\x00PK", "text"),
        (b"---\ntitle: [unclosed\n---\n# A role\n\n1. Why?\n", ""),
        (b"# A role\n\n1. Why?\n" + b"x" * (5 * 1024 * 1024), "5 MB"),
        (("---\ntitle: " + "long " * 50 + "\n---\n# A role\n\n1. Why?\n").encode(), "title"),
        (b"---\nroles: [Nobody]\n---\n\n1. Why?\n", "Nobody"),
    ],
    ids=["empty", "no question", "not text", "bad front matter", "too large", "endless title", "unknown role"],
)
def test_the_bad_file_is_reported_and_the_good_one_imported(tree, outreach, content, said):
    bad = tree.write("Bad.md", content)
    tree.write("Good.md", outreach)
    report = tree.load_with_failures()
    assert [failure.path for failure in report.failures] == [bad]
    assert said in report.failures[0].reason
    assert Role.objects.count() == 1


def test_the_line_of_bad_front_matter_is_named(tree):
    tree.write("Bad.md", "---\ntitle: Librarian\nalso_called: [unclosed\n---\n# Librarian\n\n1. Why?\n")
    failure = tree.load_with_failures().failures[0]
    assert failure.line in (3, 4)
    assert str(failure).startswith(f"{failure.path}:{failure.line}: ")


def test_a_broken_topics_file_is_reported_with_its_line(tree, outreach):
    tree.write("topics.yaml", "topics:\n  - name: [Budgets\n")
    tree.write("Good.md", outreach)
    failure = tree.load_with_failures().failures[0]
    assert failure.path.name == "topics.yaml"
    assert failure.line
    assert Role.objects.count() == 1


def test_a_folder_without_guides_is_no_error(tmp_path, db):
    assert import_guides([tmp_path]).failures == []


def test_the_command_ends_with_an_error_but_imports_the_rest(tree, outreach, capsys):
    tree.write("Bad.md", b"")
    tree.write("Good.md", outreach)
    with pytest.raises(CommandError, match=r"1 of the files"):
        call_command("import_guides", str(tree.root))
    assert "Bad.md" in capsys.readouterr().err
    assert Question.objects.count() == 3


def test_the_command_says_so_when_there_is_no_such_path(db):
    with pytest.raises(CommandError, match=r"no such file or folder: nowhere\.md"):
        call_command("import_guides", "nowhere.md")


def test_too_long_a_question_is_left_out_with_a_note(tree):
    tree.write("Librarian.md", f"# Librarian\n\n1. Why {'very ' * 250}long?\n2. Why?\n")
    report = tree.load()
    assert Question.objects.count() == 1
    assert any("long" in note.reason for note in report.outcomes[0].notes)
