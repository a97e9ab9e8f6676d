"""Words that the dictionary and the folder's allowed-words.txt do not have, and British forms that the dictionary lets pass.

The dictionary is pyspellchecker's English one. It is installed with what the tests need; without it this rule can not work
and says so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from questions.guides.document import Guide
from questions.lint.bank import ALLOWED_WORDS, Bank, Entry
from questions.lint.findings import Finding
from questions.lint.text import lines, parts, words

RULE = "spelling"

_ADDRESS = re.compile(r"\bhttps?://\S+|\b[\w.-]+@[\w.-]+|\b(?:\w+\.)+(?:com|org|edu|gov|net)\b(?:/\S*)?")


# American form by British one, of words that libraries use a lot and the dictionary has in both forms.
BRITISH = {
    "catalogue": "catalog",
    "catalogues": "catalogs",
    "catalogued": "cataloged",
    "cataloguer": "cataloger",
    "cataloguers": "catalogers",
    "cataloguing": "cataloging",
    "licence": "license",
    "licences": "licenses",
    "theatre": "theater",
    "grey": "gray",
    "enquiry": "inquiry",
    "enquiries": "inquiries",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "labelled": "labeled",
    "labelling": "labeling",
    "travelled": "traveled",
    "travelling": "traveling",
    "modelling": "modeling",
    "judgement": "judgment",
    "judgements": "judgments",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "storey": "story",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "fulfil": "fulfill",
    "skilful": "skillful",
    "counsellor": "counselor",
    "councillor": "council member",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "focussed": "focused",
    "learnt": "learned",
    "whilst": "while",
    "amongst": "among",
}


class NoDictionaryError(Exception):
    """There is no dictionary on this machine."""

    def __str__(self) -> str:
        return (
            "Spelling needs the dictionary that comes with the test packages: run `make .venv/test.stamp` first, "
            "or leave it out with --no-spelling."
        )


def check(bank: Bank) -> Iterator[Finding]:
    """Raises NoDictionaryError."""
    for entry in bank.entries:
        seen: set[str] = set()
        for line, text in _texts(entry):
            for word in words(_ADDRESS.sub(" ", text)):
                if word not in seen and (fault := _fault(word, bank.allowed)):
                    yield Finding(entry.path, line, RULE, f"“{word}” {fault}")
                seen.add(word)


def _texts(entry: Entry) -> Iterator[tuple[int, str]]:
    yield from ((1, text) for text in _of_role(entry.guide))
    for question in entry.questions:
        yield question.line, question.text
        yield from ((question.line, text) for _part, markdown in parts(question) for text in lines(markdown))
    for link in entry.guide.links:
        yield link.line, f"{link.title} {link.note}"


def _of_role(guide: Guide) -> list[str]:
    return [guide.title, guide.summary, *lines(guide.description), *lines(guide.interview)]


def _fault(word: str, allowed: frozenset[str]) -> str:
    """What is wrong with a word, "" if nothing. Abbreviations in capital letters and single letters are taken as they stand."""
    word = word.removesuffix("'s").removesuffix("'")
    one, key = word.removesuffix("s"), word.casefold()
    if len(word) < 2 or one.isupper() or key in allowed or one.casefold() in allowed:
        return ""
    if key in BRITISH:
        return f"is the British form; write “{BRITISH[key]}”"
    return "" if key in _dictionary() else f"is in no American dictionary; mend it, or add it to {ALLOWED_WORDS}"


@lru_cache
def _dictionary() -> frozenset[str]:
    try:
        import spellchecker
    except ImportError:
        raise NoDictionaryError from None
    return frozenset(spellchecker.SpellChecker(language="en").word_frequency.dictionary)
