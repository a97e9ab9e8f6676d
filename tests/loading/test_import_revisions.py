"""Imports write revisions: one of everything they make or change, and none of what they leave alone."""

import pytest
from django.contrib.auth.models import User

from questions.editorial import snapshots
from questions.guides.loading.guide import Options
from questions.guides.loading.importing import import_guides
from questions.models import GuideImport, Question, ResourceLink, Revision, Role
from tests.factories import make_group, make_link, make_question, make_role
from tests.loading.conftest import HOME

REASON = f"Imported from {HOME}/Community Outreach Librarian.md."


def live_is_the_last_accepted_revision() -> bool:
    for model in (Role, Question, ResourceLink):
        for thing in model.objects.all():
            last = Revision.objects.of(thing).accepted().first()
            now = snapshots.read(model, [thing.pk])[thing.pk]
            if last is None or last.number != thing.revision or snapshots.essence(last.snapshot) != snapshots.essence(now):
                return False
    return True


def test_everything_an_import_makes_has_its_first_revision(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    said = {(row.kind, row.title, row.number, row.reason, row.author) for row in Revision.objects.all()}
    assert ("question", "How do you define community engagement?", 1, REASON, None) in said
    assert ("role", "Community Outreach Librarian", 1, REASON, None) in said
    assert ("resourcelink", "Bookmobile people", 1, REASON, None) in said
    assert len(said) == Revision.objects.count() == 5
    assert live_is_the_last_accepted_revision()


def test_the_same_import_again_writes_none(tree, outreach):
    path = tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    before = Revision.objects.count()
    tree.load()
    path.write_text(outreach + "\n")  # other bytes that say the same
    tree.load()
    assert Revision.objects.count() == before


def test_what_a_guide_changes_gets_another_revision_and_nothing_else_does(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Community Outreach Librarian.md", outreach.replace("you listen first", "you ask first"))
    tree.load()
    [second] = Revision.objects.filter(number=2)
    assert (second.title, second.base) == ("How do you define community engagement?", 1)
    assert second.snapshot["purpose"] == "Shows whether you ask first."
    assert live_is_the_last_accepted_revision()


def test_a_question_placed_in_another_role_gets_a_revision_that_names_both(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Youth Librarian.md", "# Youth Librarian\n\n1. What would you do if the grant ended early?\n")
    tree.load()
    question = Question.objects.get(text="What would you do if the grant ended early?")
    second = Revision.objects.of(question).first()
    assert second.number == question.revision == 2
    assert [role[1] for role in second.snapshot["roles"]] == ["Community Outreach Librarian", "Youth Librarian"]
    assert live_is_the_last_accepted_revision()


def test_of_a_bank_older_than_its_revisions_the_first_one_says_what_was_there(tree):
    question = make_question(text="Why a van?", purpose="Old words.")
    tree.write("Driver.md", "# Driver\n\n1. Why a van?\n")
    tree.load()
    second, first = Revision.objects.of(question)
    assert (first.number, first.snapshot["roles"], first.reason) == (1, [], "As it was before revisions were kept.")
    assert (second.number, second.base, len(second.snapshot["roles"])) == (2, 1, 1)
    assert live_is_the_last_accepted_revision()


def test_a_role_that_gets_links_and_titles_gets_a_revision(tree, outreach):
    role = make_role(title="Driver", group=make_group())
    make_link(role=role)
    tree.write(
        "Driver.md", "---\nalso_called: [Pilot]\n---\n# Driver\n\n1. Why?\n\n## Resources\n\n- [Vans](https://vans.example/)\n"
    )
    tree.load()
    last = Revision.objects.of(role).first()
    assert [title[0] for title in last.snapshot["titles"]] == ["Pilot"]
    assert len(last.snapshot["links"]) == 2


def test_who_imports_is_the_author(tree, outreach):
    ida = User.objects.create_user("ida", first_name="Ida", last_name="Example")
    tree.write("Community Outreach Librarian.md", outreach)
    import_guides([tree.root], Options(by=ida.pk))
    assert {(row.author, row.author_name) for row in Revision.objects.all()} == {(ida, "Ida Example")}
    assert {thing.created_by for model in (Role, Question, ResourceLink) for thing in model.objects.all()} == {ida}


def test_a_guide_the_bank_refuses_leaves_no_revision(tree, outreach):
    tree.write("A.md", outreach.replace("Community Outreach", "Early"))
    tree.write("B.md", "---\nroles: [Nobody]\n---\n1. What would you do if the grant ended early?\n2. Anything new?\n")
    assert len(tree.load_with_failures().failures) == 1
    assert not Revision.objects.filter(title="Anything new?").exists()
    assert live_is_the_last_accepted_revision()


def test_a_dry_run_leaves_none(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load(dry_run=True)
    assert not Revision.objects.exists()


@pytest.mark.parametrize("number", [3, 300])
def test_a_question_many_roles_share_is_not_written_down_with_each(tree, number: int):
    make_question(text="Why?")
    for each in range(number):
        tree.write(f"Role {each}.md", f"# Role {each}\n\n1. Why?\n")
    tree.load()
    revisions = list(Revision.objects.of(Question.objects.get()))
    assert len(revisions) <= 4
    assert len(revisions[0].snapshot["roles"]) == number
    if number == 3:
        assert revisions[0].reason == f"Imported from {HOME}/Role 0.md and 2 more."


def test_what_was_kept_or_not_placed_is_remembered(tree, outreach):
    path = tree.write("Community Outreach Librarian.md", outreach + "\n- Not a link\n")
    tree.load()
    row = GuideImport.objects.get()
    assert [line for line in row.problems if "Not a link" in line]
    tree.load()
    assert GuideImport.objects.get().problems == row.problems
    Question.objects.filter(text="What would you do if the grant ended early?").update(purpose="Ours.")
    path.write_text(outreach)
    tree.load()
    assert GuideImport.objects.get().problems == [
        "kept: the question “What would you do if the grant ended early?” was changed by an editor"
    ]


def test_a_merged_question_is_placed_as_the_one_that_stands_for_it(tree):
    kept = make_question(text="Why a van?", purpose="Ours.")
    make_question(text="Why that van?", status="retired", merged_into=kept)
    tree.write("Driver.md", "# Driver\n\n1. Why that van?\n   - Purpose: Theirs.\n")
    tree.load()
    [place] = Role.objects.get().role_questions.select_related("question")
    assert (place.question, place.question.purpose) == (kept, "Ours.")
