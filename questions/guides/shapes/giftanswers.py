"""What stands in the braces of a question in GIFT.

Escaped marks come as the control characters of ``ESCAPED``, so that every mark met here is one.
"""

import html
import re
from dataclasses import dataclass, field

from questions.guides import inline
from questions.normal import one_line

# Clean text has no control characters, so these are free.
ESCAPED = {"~": "\x01", "=": "\x02", "#": "\x03", "{": "\x04", "}": "\x05", ":": "\x06", "n": "\x07", "\\": "\x08"}
_UNESCAPED = str.maketrans({sign: "\n" if mark == "n" else mark for mark, sign in ESCAPED.items()})

_TRUTH = re.compile(r"(TRUE|FALSE|T|F)\s*(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:\.\d{1,9})?)%")
_FORMAT = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_BREAK = re.compile(r"<(?:br|/?(?:p|div|li|ul|ol|tr|td|th|h[1-6]|blockquote|pre))\b[^<>]*>", re.IGNORECASE)
_RANGE = re.compile(r"\s*(-?\d[\d.,]{0,30})\s*(\.\.|:)\s*(-?\d[\d.,]{0,30})\s*")


class Unreadable(Exception):  # noqa: N818 - what the report says about a question
    """Why a question cannot be read; ``offset`` characters into its braces."""

    def __init__(self, reason: str, offset: int = 0) -> None:
        super().__init__(reason)
        self.offset = offset


def restore(text: str) -> str:
    """``text`` with the escaped marks as what they stand for."""
    return text.translate(_UNESCAPED)


def prose(text: str, form: str) -> str:
    """Plain text on one line, of text in the format that ``form`` names: html, moodle, markdown or plain."""
    if form == "markdown":
        return inline.plain(restore(text))
    if form == "plain":
        return one_line(restore(text))
    return one_line(html.unescape(_TAG.sub("", _BREAK.sub(" ", restore(text)))))


@dataclass
class Answers:
    right: list[str] = field(default_factory=list)  # plain text
    wrong: list[str] = field(default_factory=list)  # as written, like all below
    partly: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)  # to single answers
    general: str = ""  # feedback to the question

    def explanation(self, form: str) -> str:
        """The general feedback as Markdown; ``form`` is the question's, which the feedback may change."""
        form, text = _own_form(self.general, form)
        return restore(text) if form == "markdown" else inline.escape(prose(text, form))

    def left_out(self, form: str) -> list[tuple[str, str]]:
        """What has no place in a bank: a reason and the texts, for the report."""
        found = (
            ("the wrong options of a multiple-choice question", self.wrong),
            ("answers that are partly right", self.partly),
            ("feedback to single answers", self.feedback),
        )
        return [(reason, " | ".join(prose(text, form) for text in texts)) for reason, texts in found if texts]


def read_answers(inside: str) -> Answers:
    """The answers between the braces. Raises Unreadable."""
    body, _mark, general = inside.partition("####")
    answers = Answers(general=general.strip())
    stripped = body.strip()
    if not stripped:
        return answers  # an essay
    if stripped.startswith("#"):
        _numbers(answers, stripped[1:])
    elif truth := _TRUTH.fullmatch(stripped):
        answers.right = ["True" if truth[1][0] in "tT" else "False"]
        answers.feedback = [text for text in (truth[2] or "").split("#") if text.strip()]
    else:
        _choices(answers, body)
    return answers


def _choices(answers: Answers, body: str) -> None:
    before, *choices = re.split(r"(?=[=~])", body)
    if before.strip():
        place = body.index(before.strip())
        raise Unreadable("answers begin with “=” or “~”, and this one does not", place)
    several = not any(choice.startswith("=") for choice in choices)
    for choice in choices:
        weight, text = _weight(choice[1:])
        text, mark, feedback = text.partition("#")
        if mark and feedback.strip():
            answers.feedback.append(feedback)
        form, plain = _own_form(text, "moodle")
        # “~%50%” twice: two answers that are right together.
        is_right = weight == 100 or (choice[0] == "=" and weight is None) or (several and weight is not None and weight > 0)
        if is_right:
            left, arrow, right = plain.partition("->")
            answers.right.append(f"{prose(left, form)} → {prose(right, form)}" if arrow else prose(plain, form))
        elif weight is not None and weight > 0:
            answers.partly.append(plain)
        else:
            answers.wrong.append(plain)


def _numbers(answers: Answers, body: str) -> None:
    for choice in re.split(r"[=~]", body) if "=" in body or "~" in body else [body]:
        weight, text = _weight(choice)
        text, _mark, feedback = text.partition("#")
        if feedback.strip():
            answers.feedback.append(feedback)
        if not text.strip():
            continue
        (answers.right if weight in (None, 100) else answers.partly).append(_number(text))
    if not answers.right:
        raise Unreadable("there is no number after “#”")


def _number(text: str) -> str:
    """“3:2” is 3, give or take 2; “1..5” is from 1 to 5."""
    pair = _RANGE.fullmatch(text)
    if pair is None:
        return prose(text, "plain")
    return f"{pair[1]} to {pair[3]}" if pair[2] == ".." else f"{pair[1]} ± {pair[3]}"


def _weight(choice: str) -> tuple[float | None, str]:
    """The weight in per cent and the rest."""
    found = _WEIGHT.match(choice)
    return (float(found[1]), choice[found.end() :]) if found else (None, choice)


def _own_form(text: str, form: str) -> tuple[str, str]:
    """The text's own format, if it names one, and the rest."""
    found = _FORMAT.match(text)
    return (found[1].lower(), text[found.end() :]) if found else (form, text)
