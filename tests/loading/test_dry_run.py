"""--dry-run writes nothing and shows what would change; the summary says what an import did."""

from django.core.management import call_command

from questions.models import Question, Role, Topic


def test_a_dry_run_writes_nothing(tree, outreach):
    tree.write("topics.yaml", "topics: [{name: Budgets}]")
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load(dry_run=True)
    assert not Role.objects.exists()
    assert not Question.objects.exists()
    assert not Topic.objects.exists()


def test_a_dry_run_says_per_role_what_would_happen(tree, outreach, capsys):
    tree.write("Old Librarian.md", "# Old Librarian\n\n1. Why old?\n")
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Community Outreach Librarian.md", outreach + "\n4. Why outreach?\n")
    tree.write("New Librarian.md", "# New Librarian\n\n1. Why new?\n")
    capsys.readouterr()
    call_command("import_guides", "--dry-run", str(tree.root))
    said = capsys.readouterr().out
    assert "added: New Librarian (1 questions new" in said
    assert "changed: Community Outreach Librarian" in said
    assert "unchanged: Old Librarian" in said
    assert "nothing was written" in said
    assert Role.objects.count() == 2


def test_the_summary_counts_guides_roles_questions_resources_topics_and_what_was_not_placed(tree, outreach, capsys):
    tree.write("Community Outreach Librarian.md", outreach)
    call_command("import_guides", str(tree.root))
    rows = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if line[:1].islower())
    assert rows["guides"] == "1 read, 0 not read"
    assert rows["roles"] == "1 added, 0 changed, 0 unchanged"
    assert rows["questions"] == "3 new, 0 changed, 0 shared, 0 unchanged"
    assert rows["resources"] == "1 new, 0 changed, 0 shared, 0 unchanged"
    assert rows["topics"] == "2 new, 0 changed, 0 unchanged"


def test_what_was_not_placed_is_reported_with_its_line(tree, capsys, tmp_path):
    path = tree.write("Librarian.md", "# Librarian\n\nWelcome to the Librarian Interview Preparation!\n\n1. Why?\n")
    call_command("import_guides", str(tree.root), "--report", str(tmp_path / "report.txt"))
    assert f"{path}:3: " in capsys.readouterr().out
    assert f"{path}:3: " in (tmp_path / "report.txt").read_text()


def test_a_quiet_import_prints_nothing(tree, outreach, capsys):
    tree.write("Community Outreach Librarian.md", outreach)
    call_command("import_guides", "--quiet", str(tree.root))
    assert capsys.readouterr() == ("", "")
