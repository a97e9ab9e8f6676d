"""The starter bank keeps the rules it sets (content/lint.yaml)."""

from pathlib import Path

from questions.lint.bank import read_bank
from questions.lint.checking import lint

CONTENT = Path(__file__).parents[2] / "content"


def test_there_is_nothing_to_mend_in_the_starter_bank():
    assert [str(finding.seen_from(CONTENT)) for finding in lint(read_bank(CONTENT))] == []
