"""What the bank cannot hold is left out or cut, and said; the rest of the guide comes in."""

import pytest

from questions.models import Question, ResourceLink, Role


def notes(report) -> list[str]:
    return [note.reason for outcome in report.outcomes for note in outcome.notes]


@pytest.mark.parametrize(
    ("front_matter", "said"),
    [
        ("slug: not a slug!", "is not an address in the bank"),
        ("onet_soc_code: librarian", "is not an O*NET-SOC code such as 25-4022.00"),
        (f"also_called: [{'long ' * 50}]", "another title longer than 160 characters was left out"),
        (f"summary: {'long ' * 100}", "the summary was cut to 300 characters"),
        (f"reviewed_by: {'Erin ' * 50}", "the reviewer's name was cut to 120 characters"),
    ],
)
def test_odd_front_matter_does_not_stop_the_guide(tree, front_matter, said):
    tree.write("Librarian.md", f"---\n{front_matter}\n---\n# Librarian\n\n1. Why libraries?\n")
    report = tree.load()
    assert said in notes(report)
    role = Role.objects.get()
    role.full_clean()
    assert role.slug == "librarian"


def test_long_parts_of_questions_are_cut_or_left_out(tree):
    long = "long " * 300
    guide = f"---\nformat: 1\n---\n# Librarian\n\n## Questions\n\n### {long}\n\n1. Why libraries?\n   - Follow-up: {long}\n"
    tree.write("Librarian.md", guide + f"   - Topics: {long}\n   - Source: written ({long})\n")
    report = tree.load()
    question = Question.objects.get()
    assert not question.topics.exists()
    assert len(question.follow_ups.get().text) <= 1000
    assert len(question.source_name) <= 200
    assert "a topic longer than 100 characters was left out" in notes(report)


def test_an_endless_address_is_left_out(tree):
    tree.write("Librarian.md", f"# Librarian\n\n1. Why?\n\n## Resources\n\n- [Endless](https://library.example/{'é' * 900})\n")
    assert "an address longer than 2000 characters was left out" in notes(tree.load())
    assert not ResourceLink.objects.exists()
