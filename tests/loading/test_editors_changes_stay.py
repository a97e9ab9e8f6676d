"""What an editor changed since the last import is kept and reported, unless --overwrite."""

import pytest

from questions.models import Question, ResourceLink, Role, RoleTitle, Topic
from questions.vocabulary import Status


@pytest.fixture
def imported(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    return tree


def kept(report) -> list[str]:
    return [what for outcome in [*report.taxonomy, *report.outcomes] for what in outcome.kept]


def newer(outreach: str) -> str:
    return (
        outreach.replace("Shows whether you listen first.", "Shows how you listen.")
        .replace("Takes the library", "Carries the library")
        .replace("stories from the road", "stories and vans")
    )


def edit_question(**values: str) -> Question:
    question = Question.objects.get(text__startswith="How do you define")
    for name, value in values.items():
        setattr(question, name, value)
    question.save()
    return question


def test_an_edited_question_stays_as_edited_and_is_reported_even_if_the_guide_is_unchanged(imported):
    edit_question(purpose="Erin's own purpose.")
    report = imported.load()
    assert Question.objects.get(text__startswith="How do you define").purpose == "Erin's own purpose."
    assert kept(report) == ["the question “How do you define community engagement?” was changed by an editor"]


def test_an_edited_question_stays_as_edited_when_the_guide_changes_too(imported, outreach):
    edit_question(purpose="Erin's own purpose.")
    imported.write("Community Outreach Librarian.md", newer(outreach))
    report = imported.load()
    assert Question.objects.get(text__startswith="How do you define").purpose == "Erin's own purpose."
    assert "the question “How do you define community engagement?” was changed by an editor" in kept(report)


def test_an_added_follow_up_counts_as_an_edit(imported, outreach):
    edit_question().follow_ups.create(text="And then?", position=2)
    imported.write("Community Outreach Librarian.md", newer(outreach))
    imported.load()
    assert Question.objects.get(text__startswith="How do you define").purpose == "Shows whether you listen first."


def test_overwrite_lets_the_guide_win(imported):
    edit_question(purpose="Erin's own purpose.")
    imported.load(overwrite=True)
    assert Question.objects.get(text__startswith="How do you define").purpose == "Shows whether you listen first."
    assert kept(imported.load()) == []


def test_a_reworded_question_is_not_imported_a_second_time(imported, outreach):
    edit_question(text="How do you define engagement?")
    imported.write("Community Outreach Librarian.md", newer(outreach))
    imported.load()
    assert Question.objects.filter(text__icontains="engagement").count() == 1


def test_a_question_an_editor_deleted_stays_deleted(imported, outreach):
    edit_question().delete()
    imported.write("Community Outreach Librarian.md", newer(outreach))
    report = imported.load()
    assert not Question.objects.filter(text__startswith="How do you define").exists()
    assert "the question “How do you define community engagement?” was removed by an editor" in kept(report)


def test_overwrite_brings_a_deleted_question_back(imported):
    edit_question().delete()
    imported.load(overwrite=True)
    assert Question.objects.filter(text__startswith="How do you define").exists()


def test_a_question_taken_off_the_role_stays_off(imported, outreach):
    edit_question().role_questions.all().delete()
    imported.write("Community Outreach Librarian.md", newer(outreach))
    report = imported.load()
    assert not edit_question().roles.exists()
    assert "the question “How do you define community engagement?” was taken off the role by an editor" in kept(report)


def test_a_retired_question_stays_retired(imported, outreach):
    edit_question(status=Status.RETIRED)
    imported.write("Community Outreach Librarian.md", newer(outreach))
    imported.load()
    assert Question.objects.get(text__startswith="How do you define").status == Status.RETIRED


def test_an_edited_role_stays_as_edited(imported, outreach):
    role = Role.objects.get()
    role.description = "Erin's own words."
    role.save()
    imported.write("Community Outreach Librarian.md", newer(outreach))
    report = imported.load()
    assert Role.objects.get().description == "Erin's own words."
    assert "the role “Community Outreach Librarian” was changed by an editor" in kept(report)


def test_an_untouched_role_follows_its_guide(imported, outreach):
    imported.write("Community Outreach Librarian.md", newer(outreach))
    imported.load()
    assert Role.objects.get().description.startswith("Carries the library")


def test_a_renamed_role_is_still_the_guides_role(imported, outreach):
    role = Role.objects.get()
    role.title = "Outreach and Engagement Librarian"
    role.save()
    imported.write("Community Outreach Librarian.md", outreach + "\n4. Why outreach?\n")
    imported.load()
    assert Role.objects.get().title == "Outreach and Engagement Librarian"


def test_a_role_an_editor_deleted_stays_deleted(imported):
    Role.objects.get().delete()
    report = imported.load()
    assert not Role.objects.exists()
    assert kept(report) == ["the role “Community Outreach Librarian” was removed by an editor"]


def test_another_title_an_editor_removed_stays_removed(tree):
    guide = "---\nalso_called: [Outreach Librarian]\n---\n# Community Outreach Librarian\n\n1. Why outreach?\n"
    tree.write("Community Outreach Librarian.md", guide)
    tree.load()
    RoleTitle.objects.all().delete()
    tree.write("Community Outreach Librarian.md", guide + "2. Why here?\n")
    tree.load()
    assert not RoleTitle.objects.exists()


def test_an_edited_link_stays_as_edited(imported, outreach):
    link = ResourceLink.objects.get()
    link.note = "Erin's own note."
    link.save()
    imported.write("Community Outreach Librarian.md", newer(outreach))
    imported.load()
    assert ResourceLink.objects.get().note == "Erin's own note."


def test_an_edited_topic_stays_as_edited(tree):
    tree.write("topics.yaml", "topics: [{name: Budgets, description: Money.}]")
    tree.load()
    Topic.objects.update(description="Erin's own words.")
    tree.write("topics.yaml", "topics: [{name: Budgets, description: Money and grants.}]")
    report = tree.load()
    assert Topic.objects.get().description == "Erin's own words."
    assert kept(report) == ["the topic “Budgets” was changed by an editor"]


def test_a_question_an_editor_wrote_is_linked_and_left_alone(tree, outreach):
    Question.objects.create(text="How do you define community engagement?", purpose="")
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    question = Question.objects.get(text__startswith="How do you define")
    assert question.purpose == ""
    assert question.roles.count() == 1


def test_a_guide_from_another_tree_adds_to_the_role_without_changing_it(tree, outreach):
    tree.write("starter/Field/Group/Librarian.md", outreach)
    tree.load()
    other = "# Community Outreach Librarian\n\nQuite another description.\n\n1. Why outreach?\n"
    tree.write("public/Field/Group/Librarian.md", other)
    tree.load()
    role = Role.objects.get()
    assert role.description.startswith("Takes the library")
    assert role.role_questions.count() == 4
