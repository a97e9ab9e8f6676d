"""Facts that grow old: a question that names a year says when somebody last looked at it."""

import re
from collections.abc import Iterator

from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import parts

RULE = "ageing"

_DATED = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b(?!s)")


def check(bank: Bank) -> Iterator[Finding]:
    for path, question in bank.places():
        for _part, text in [("question", question.text), *parts(question)]:
            found = _DATED.search(text)
            if found and question.review.on is None:
                message = f"names {found[0]}, which may grow old; say it so that it lasts, or add “- Reviewed: 2026-11-25 by …”"
                yield Finding(path, question.line, RULE, message)
                break
