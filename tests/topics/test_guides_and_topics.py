"""Guides that still say what a topic was called before mean the topic it is now."""

from questions.editorial.topics.merging import merge
from questions.editorial.topics.renaming import rename
from questions.models import Question, RoleQuestion, Topic
from tests.loading.conftest import tree

__all__ = ["tree"]

GUIDE = "# {role}\n\n## Questions\n\n### Money\n\n1. {question}\n   - Topics: cash\n"


def guide(role: str, question: str) -> str:
    return GUIDE.format(role=role, question=question)


def names() -> set[str]:
    return set(Topic.objects.values_list("name", flat=True))


def test_a_guide_with_the_name_of_a_merged_topic_finds_the_other(tree):
    tree.write("Archivist.md", guide("Archivist", "Who pays?"))
    tree.load()
    budgets = Topic.objects.create(name="Budgets")
    merge([Topic.objects.get(name="Money"), Topic.objects.get(name="cash")], budgets, by=None)
    tree.write("Cataloger.md", guide("Cataloger", "Who paid?"))
    tree.load()
    assert names() == {"Budgets"}
    assert set(Question.objects.about(budgets).values_list("text", flat=True)) == {"Who pays?", "Who paid?"}
    assert set(RoleQuestion.objects.values_list("section", flat=True)) == {budgets.pk}


def test_importing_the_old_guide_again_changes_nothing(tree):
    tree.write("Archivist.md", guide("Archivist", "Who pays?"))
    tree.load()
    merge([Topic.objects.get(name="Money")], Topic.objects.create(name="Budgets"), by=None)
    tree.load()
    assert names() == {"Budgets", "cash"}
    assert set(Question.objects.get().topics.values_list("name", flat=True)) == {"Budgets", "cash"}


def test_a_guide_with_the_name_of_a_renamed_topic_finds_it(tree):
    tree.write("Archivist.md", guide("Archivist", "Who pays?"))
    tree.load()
    money = Topic.objects.get(name="Money")
    rename(money, "Budgets", by=None)
    tree.write("Cataloger.md", guide("Cataloger", "Who paid?"))
    tree.load()
    assert names() == {"Budgets", "cash"}
    assert Question.objects.about(money).count() == 2
