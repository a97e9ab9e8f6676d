"""Aiken: a question, its options, and a line that says which one is right."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.guides.document import Guide, GuideError
from questions.guides.files import read_file
from questions.guides.shapes import aiken
from tests.guides.strategies import texts

QUIZ = """What does a shelf mark say?
A. Where a book stands
B) How old it *is*
ANSWER: A

Which of these
is a catalogue?
A. A list of books
B. A room

answer: a
"""


def read(text: str) -> Guide:
    [guide] = aiken.read(text, field="Field", group="Group", name="Librarian")
    return guide


def test_the_right_option_becomes_the_points():
    guide = read(QUIZ)
    assert [(question.line, question.text, question.points) for question in guide.questions] == [
        (1, "What does a shelf mark say?", "Where a book stands"),
        (6, "Which of these is a catalogue?", "A list of books"),
    ]


def test_the_wrong_options_are_reported():
    assert [(note.line, note.text) for note in read(QUIZ).notes] == [(1, "B. How old it *is*"), (6, "B. A room")]


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("Which?\nA. this\nANSWER: C\n", 13, "there is no option C (line 15)"),
        ("Which?\nA. this\nB. that\n", 13, "the text ends before its “ANSWER:”"),
        ("Which?\nA. this\nWhat else?\nA. that\nANSWER: A\n", 13, "a line before “ANSWER:” is no option (line 15)"),
        ("An introduction.\n\nWhat else?\nA. that\nANSWER: A\n", 13, "no options follow"),
        ("ANSWER: B\n", 13, "an answer without a question"),
    ],
)
def test_what_is_written_wrong_is_reported_with_its_line(broken: str, line: int, reason: str):
    guide = read(f"{QUIZ}\n{broken}")
    assert [note.reason for note in guide.notes if note.line == line and reason in note.reason]
    assert len(guide.questions) == 2 + ("What else?" in broken)


def test_a_text_file_in_aiken_is_known_by_its_answers(tmp_path: Path):
    folder = tmp_path / "Field" / "Group"
    folder.mkdir(parents=True)
    (folder / "Librarian.txt").write_text(QUIZ)
    (folder / "Archivist.txt").write_text("1. What do you answer?\n2. A. or B., which is it?\n")
    assert read_file(folder / "Librarian.txt")[0].questions[0].points == "Where a book stands"
    assert len(read_file(folder / "Archivist.txt")[0].questions) == 2


def test_a_text_without_a_whole_question_is_an_error_that_says_why():
    with pytest.raises(GuideError, match="holds no Aiken question: no question in Aiken: there is no option B") as caught:
        read("\nWhich?\nA. this\nANSWER: B\n")
    assert caught.value.line == 2


pieces = st.sampled_from(["Why?\n", "A. yes\n", "B) no\n", "ANSWER: A\n", "ANSWER:", "\n", "A.", "A. \n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(pieces, texts), max_size=20).map("".join))
def test_any_text_is_a_quiz_or_a_guide_error(text: str):
    aiken.looks_like(text)
    try:
        guide = read(text)
    except GuideError:
        return
    assert guide.questions


@pytest.mark.parametrize("piece", ["A. x\n", "Why?\n", "A.", "\n", "ANSWER: ", "A. x\nANSWER:\n"])
def test_a_megabyte_of_one_line_takes_no_longer_than_reading_it(piece: str):
    text = f"{QUIZ}\n{piece * (1_000_000 // len(piece))}"
    began = time.process_time()
    aiken.looks_like(text)
    read(text)
    assert time.process_time() - began < 10
