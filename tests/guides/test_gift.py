"""GIFT, Moodle's quizzes as text: what becomes of each sort of question, and what is reported."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.guides.document import Guide, GuideError
from questions.guides.files import find, read_file
from questions.guides.shapes import gift
from tests.guides.strategies import texts


def read(text: str) -> Guide:
    [guide] = gift.read(text, field="Field", group="Group", name="Librarian")
    return guide


def one(text: str):
    [question] = read(text).questions
    return question


@pytest.mark.parametrize(
    ("written", "text", "points"),
    [
        ("Who lies in Grant's tomb? {=Grant ~nobody}", "Who lies in Grant's tomb?", "Grant"),
        ("Grant lies {~nowhere =in a tomb} in New York.", "Grant lies _____ in New York.", "in a tomb"),
        ("Name a colour. {=red =blue}", "Name a colour.", "- red\n- blue"),
        ("The sun rises in the east. {T}", "The sun rises in the east.", "True"),
        ("It rises in the west. {FALSE#Look again#Right}", "It rises in the west.", "False"),
        ("When? {#1822:5}", "When?", "1822 ± 5"),
        ("How many? {#1..5}", "How many?", "1 to 5"),
        ("Pairs? {=cat -> meow =dog -> woof}", "Pairs?", "- cat → meow\n- dog → woof"),
        ("Two of them? {~%50%red ~%50%blue ~%-100%loud}", "Two of them?", "- red\n- blue"),
        ("Which? {~%100%this ~that}", "Which?", "this"),
        ("Tell us about yourself. {}", "Tell us about yourself.", ""),
        ("Why here? {#### Look for reasons.}", "Why here?", "Look for reasons."),
        ("Which? {=this ~that #### It is closer.}", "Which?", "this\n\nIt is closer."),
        ("::Braces:: What is \\{ x \\= 1 \\}\\: a \\~ or a \\#? {=set \\= x}", "What is { x = 1 }: a ~ or a #?", "set = x"),
        ("[html]<p>Tom &amp; <b>Ada</b><br>who? {=<i>Ada</i>}", "Tom & Ada who?", "Ada"),
        ("[markdown]Is *this* **bold**? {=yes}", "Is this bold?", "yes"),
        ("Is 3 * 4 [x](y)? {=*twelve*}", "Is 3 * 4 [x](y)?", "\\*twelve\\*"),
    ],
)
def test_right_answers_and_general_feedback_become_the_points(written: str, text: str, points: str):
    question = one(written)
    assert (question.text, question.points) == (text, points)


def test_the_last_name_of_a_category_is_the_topic_of_what_follows():
    guide = read("$CATEGORY: $course$/top/Desk/Print//Web\n\nA? {}\n\n$CATEGORY: top\n\nB? {}\n")
    assert [question.section for question in guide.questions] == ["Print/Web", ""]


def test_questions_know_their_lines_and_may_go_over_several():
    guide = read("// a comment\n::One::\nFirst\nquestion? {\n=yes\n~no\n}\n\nSecond? {T}\n")
    assert [(question.line, question.text) for question in guide.questions] == [(3, "First question?"), (9, "Second?")]


def test_what_a_bank_has_no_place_for_is_reported():
    written = "// id 7\n::A name:: Which? {=this#Good ~%50%half ~that#Bad}\n\nPlease read on.\n\nLook: <img src='x'> what? {}\n"
    said = {(note.line, note.reason): note.text for note in read(written).notes}
    assert said == {
        (1, "comments are left out"): "// id 7",
        (2, "titles of questions are left out"): "A name",
        (2, "the wrong options of a multiple-choice question"): "that",
        (2, "answers that are partly right"): "half",
        (2, "feedback to single answers"): "Good | Bad",
        (4, "is a description, not a question"): "Please read on.",
        (6, "pictures and media are left out"): "<img src='x'>",
    }


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("Which? {=this", 3, "have no “}”"),
        ("Which? =this}", 3, "a “}” without a “{”"),
        ("Which? {=this {that}}", 3, "a second “{” or “}”"),
        ("Which?\n{this\n~that}", 4, "answers begin with “=” or “~”"),
        ("Which? {#}", 3, "there is no number"),
        ("{=this}", 3, "answers without a question"),
    ],
)
def test_what_is_written_wrong_is_reported_with_its_line_and_the_rest_is_read(broken: str, line: int, reason: str):
    guide = read(f"Why? {{}}\n\n{broken}\n\nHow? {{}}\n")
    assert [question.text for question in guide.questions] == ["Why?", "How?"]
    [note] = guide.notes
    assert note.line == line
    assert reason in note.reason


def test_a_quiz_is_known_by_its_ending_or_by_what_it_looks_like(tmp_path: Path):
    folder = tmp_path / "Field" / "Group"
    folder.mkdir(parents=True)
    (folder / "Librarian.gift").write_text("Why {=this ~that} here?")
    (folder / "Archivist.txt").write_text("::One:: Why {=this ~that} here?")
    (folder / "Coder.txt").write_text("1. What does `Array{T}` mean in Julia?\n2. What is {x = 1} in C?\n")
    read = {path.name: read_file(path)[0] for path in find([tmp_path])}
    assert [question.text for question in read["Librarian.gift"].questions] == ["Why _____ here?"]
    assert [question.text for question in read["Archivist.txt"].questions] == ["Why _____ here?"]
    assert len(read["Coder.txt"].questions) == 2
    assert (read["Librarian.gift"].title, read["Librarian.gift"].field) == ("Librarian", "Field")


def test_a_quiz_without_a_question_is_an_error_that_says_why():
    with pytest.raises(GuideError, match=r"holds no GIFT question: no question in GIFT: there is a “}”"):
        read("Which? =this}")


marks = st.sampled_from(
    [*"=~#{}:%\\/\n", "::", "####", "$CATEGORY:", "//", "[html]", "->", "{T}", "%50%", "#1..2", "<p>", "\n\n"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(marks, texts), max_size=30).map("".join))
def test_any_text_is_a_quiz_or_a_guide_error(text: str):
    gift.looks_like(text)
    try:
        guide = read(text)
    except GuideError:
        return
    assert guide.questions


@pytest.mark.parametrize(
    "piece", ["::", "{", "}", "=~", "{ ", "<a", "<!--", "~%5", "\\", "//\n", "# ", "[html]", "$CATEGORY:\n", "/"]
)
def test_a_megabyte_of_one_mark_takes_no_longer_than_reading_it(piece: str):
    text = f"Why? {{}}\n\n:: {piece * (1_000_000 // len(piece))}"
    began = time.process_time()
    gift.looks_like(text)
    with contextlib.suppress(GuideError):
        read(text)
    assert time.process_time() - began < 10
