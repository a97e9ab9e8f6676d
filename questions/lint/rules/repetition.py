"""No sentence that stands everywhere: what fits many questions says little about one."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from questions.guides.document import Question
from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.lint.text import parts, sentences
from questions.normal import question_form

RULE = "repetition"


def check(bank: Bank) -> Iterator[Finding]:
    places: dict[str, list[tuple[Path, Question]]] = defaultdict(list)
    for path, question in bank.distinct().values():
        for sentence in _sentences(question):
            places[sentence].append((path, question))
    for sentence, found in places.items():
        for path, question in found[bank.limits.repeated :]:
            yield Finding(path, question.line, RULE, f"“{sentence[:80]}” stands in {len(found)} places; say what is special here")


def _sentences(question: Question) -> list[str]:
    # A follow-up is spoken as a whole: "The manager says no. What then?" is not what "The rain starts. What then?" is.
    said = [[text] if part == "follow-up" else sentences(text) for part, text in parts(question)]
    return [question_form(sentence) for sentences_of_part in said for sentence in sentences_of_part]
