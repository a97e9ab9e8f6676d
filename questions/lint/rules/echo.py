"""No guidance that only says the question again."""

from collections.abc import Iterator

from questions.editorial.duplicates.similarity import read
from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import parts

RULE = "echo"

# Of shorter parts ("Stops the cart first") half stands in the question by chance.
WORTH_LOOKING = 4  # words that say what a text is about


def check(bank: Bank) -> Iterator[Finding]:
    for path, question in bank.places():
        asked = read(question.text).subject
        for part, text in parts(question):
            said = read(text).subject
            if len(said) >= WORTH_LOOKING and len(said & asked) / len(said) >= bank.limits.echo:
                yield Finding(path, question.line, RULE, f"the {part} says the question again: {text[:80]}")
