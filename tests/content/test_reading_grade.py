"""How hard a text is to read, by Flesch and Kincaid."""

import pytest

from questions.lint.text import grade, lines, sentences, syllables


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "the use asked makes rhythm year"),
        (2, "table wanted boxes patron's people create science business"),
        (3, "area idea library somebody previous"),
        (4, "librarian community evaluate cataloging"),
        (5, "Genealogy"),
    ],
)
def test_syllables_are_counted_as_they_are_said(number, words):
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), number)


def test_the_grade_is_that_of_the_published_formula():
    # 12 words in 2 sentences, 15 syllables: 0.39 * 6 + 11.8 * 1.25 - 15.59
    assert grade("The cat sat on the mat. A patron opened a big window.") == pytest.approx(1.50, abs=0.01)


def test_a_point_is_a_sentence_even_without_a_full_stop():
    assert sentences("- greets the child\n- asks. Then waits") == ["greets the child", "asks.", "Then waits"]


def test_a_line_that_goes_on_belongs_to_its_item():
    assert lines("- asks the parent\n  to help\n\nAnd **waits**") == ["asks the parent to help", "And waits"]
