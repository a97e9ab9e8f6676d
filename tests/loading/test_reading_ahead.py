"""Large imports read files in a second process; nothing of that shows in the bank, and nothing hangs if it dies."""

import io
import pickle
from queue import Queue

import pytest

from questions.guides.document import GuideError
from questions.guides.loading import ahead
from questions.models import Question, Role


@pytest.fixture
def second_process(monkeypatch):
    monkeypatch.setattr(ahead, "WORTH_A_PROCESS", 1)


def test_a_tree_read_by_the_second_process_is_the_same_bank(second_process, tree, outreach):
    tree.write("topics.yaml", "topics: [{name: Diversity, phrases: [diverse]}]")
    tree.write("Community Outreach Librarian.md", outreach)
    tree.write("Librarian.md", "# Librarian\n\n1. What experience do you have working with diverse communities?\n")
    tree.load()
    assert Role.objects.count() == 2
    assert Question.objects.get(text__contains="diverse").topics.get().name == "Diversity"


def test_an_error_keeps_its_line_on_the_way_from_the_second_process(second_process, tree):
    tree.write("Bad.md", "---\ntitle: Librarian\nalso_called: [unclosed\n---\n# Librarian\n\n1. Why?\n")
    assert tree.load_with_failures().failures[0].line in (3, 4)


def test_files_the_second_process_no_longer_answers_for_are_reported():
    whole = pickle.dumps(GuideError("is empty"))
    shelf: Queue = Queue()
    ahead._fill(shelf, io.BytesIO(whole + whole[:-5]), 3)
    answers = [shelf.get_nowait() for _ in range(3)]
    assert [answer.reason for answer in answers[:1]] == ["is empty"]
    assert all("was not read" in answer.reason for answer in answers[1:])


def test_two_files_of_one_place_in_two_trees_are_both_read(tree, tmp_path):
    for name, question in (("one", "Why books?"), ("two", "Why people?")):
        path = tmp_path / name / "guides/Field/Group/Librarian.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"# Librarian\n\n1. {question}\n")
    tree.root = tmp_path
    tree.load()
    (tmp_path / "one/guides/Field/Group/Librarian.md").write_text("# Librarian\n\n1. Why maps?\n")
    tree.load()
    assert sorted(Question.objects.values_list("text", flat=True)) == ["Why books?", "Why maps?", "Why people?"]
