"""topics.yaml and catalogue.yaml."""

import shutil

import pytest

from questions.models import Field, FormerSlug, Group, GuideImport, Role, Topic

TOPICS = """
topics:
  - name: Community engagement
    description: How you meet people.
    phrases: [engagement, build trust]
    aliases: [Outreach, Community relations]
  - name: Budgets
"""


def test_topics_come_with_description_phrases_and_aliases(tree):
    tree.write("topics.yaml", TOPICS)
    tree.load()
    topic = Topic.objects.get(name="Community engagement")
    assert topic.description == "How you meet people."
    assert topic.phrase_list == ["engagement", "build trust"]
    assert sorted(alias.name for alias in topic.aliases.all()) == ["Community relations", "Outreach"]


def test_a_heading_that_is_an_alias_means_the_topic(tree):
    tree.write("topics.yaml", TOPICS)
    tree.write("Librarian.md", "# Librarian\n\n## Questions\n\n### Community Relations\n\n1. Why?\n")
    tree.load()
    assert Topic.objects.count() == 2


def test_an_alias_that_is_another_topics_name_is_reported_and_left_out(tree):
    tree.write("topics.yaml", TOPICS + "    aliases: [Community engagement]\n")
    report = tree.load()
    assert "another topic is called so" in report.taxonomy[0].notes[0].reason
    assert not Topic.objects.get(name="Budgets").aliases.exists()


def test_loading_the_file_twice_changes_nothing(tree):
    tree.write("topics.yaml", TOPICS)
    tree.load()
    before = list(Topic.objects.values())
    tree.load()
    assert list(Topic.objects.values()) == before


def test_a_changed_description_reaches_an_untouched_topic(tree):
    tree.write("topics.yaml", TOPICS)
    tree.load()
    tree.write("topics.yaml", TOPICS.replace("How you meet people.", "How you earn trust."))
    tree.load()
    assert Topic.objects.get(name="Community engagement").description == "How you earn trust."


def test_a_topic_of_the_file_may_name_its_address_and_its_former_ones(tree):
    tree.write("topics.yaml", "topics: [{name: Budgets, slug: money, former_slugs: [cash]}]")
    tree.load()
    assert Topic.objects.get().slug == "money"
    assert FormerSlug.objects.current_for("topic", "cash") == "money"


def test_the_catalogue_describes_fields_and_groups(tree):
    tree.write(
        "catalogue.yaml",
        "fields: [{name: Library work, description: Books., groups: [{name: Public libraries, description: For all.}]}]",
    )
    tree.load()
    assert Field.objects.get().description == "Books."
    assert Group.objects.get().description == "For all."
    assert Group.objects.get().field == Field.objects.get()


@pytest.mark.parametrize("catalogue_known", [True, False])
def test_a_group_that_gets_another_name_in_the_catalogue_keeps_its_address_and_its_roles(tree, catalogue_known):
    tree.write("catalogue.yaml", "fields: [{name: Library work, groups: [{name: Librarianship, description: For all.}]}]")
    tree.write("Library work/Librarianship/Teen Librarian.md", "# Teen Librarian\n\n1. Who chose the snacks?\n")
    tree.load()
    if not catalogue_known:  # it came from another folder
        GuideImport.objects.filter(title="").update(source="elsewhere/catalogue.yaml")
    shutil.move(tree.root / "Library work/Librarianship", tree.root / "Library work/Public Libraries")
    tree.write(
        "catalogue.yaml",
        "fields: [{name: Library work, groups: [{name: Public Libraries, former_names: [Librarianship], description: All.}]}]",
    )
    for _again in range(2):
        tree.load()
        assert list(Group.objects.values_list("name", "slug", "description")) == [("Public Libraries", "librarianship", "All.")]
        assert list(Role.objects.values_list("title", "group__name")) == [("Teen Librarian", "Public Libraries")]
