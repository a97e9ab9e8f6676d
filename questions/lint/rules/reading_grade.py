"""Guidance that can be read in a hurry: a school grade that is not too high."""

from collections.abc import Iterator

from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import grade, parts

RULE = "reading-grade"


def check(bank: Bank) -> Iterator[Finding]:
    for path, question in bank.places():
        found = grade("\n\n".join(text for _part, text in parts(question)))
        if found > bank.limits.grade:
            yield Finding(path, question.line, RULE, f"the guidance reads at school grade {found:.1f}; cut long sentences in two")
