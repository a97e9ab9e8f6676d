"""Aiken, the simplest of the quiz formats: a question, options “A.” or “A)”, and a line “ANSWER: B”."""

import re

from questions.guides.document import Guide
from questions.guides.shapes.quizzes import Quiz
from questions.guides.text import clean

WRONG = "the wrong options of a multiple-choice question"

_OPTION = re.compile(r"([A-Z])[.)]\s+(\S.*)")
_ANSWER = re.compile(r"ANSWER:\s*([A-Z])\s*", re.IGNORECASE)
_AN_OPTION_AND_ITS_ANSWER = re.compile(r"^[A-Z][.)][ \t]+\S.*\n(?:[ \t]*\n)?ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether a plain text is a list of questions in Aiken."""
    return bool(_AN_OPTION_AND_ITS_ANSWER.search(text))


def read(text: str, *, field: str = "", group: str = "", name: str = "") -> list[Guide]:
    """The guide in a text in Aiken; ``name`` is the role. The right option becomes the points, the wrong ones are reported.

    Raises GuideError where no question in it is complete.
    """
    quiz = _Aiken(field=field, group=group, name=name)
    for number, line in enumerate(clean(text).split("\n"), 1):
        quiz.take(number, line.strip())
    quiz.give_up("the text ends before its “ANSWER:”")
    return [quiz.guide("Aiken")]


class _Aiken(Quiz):
    def __init__(self, **place: str) -> None:
        super().__init__(**place)
        self._begin()

    def _begin(self) -> None:
        self.asked: list[str] = []
        self.options: dict[str, str] = {}
        self.line = 0
        self.paused = False  # an empty line has passed since the last line of the question

    def take(self, number: int, line: str) -> None:
        if answer := _ANSWER.fullmatch(line):
            self._answer(number, answer[1].upper())
        elif self.asked and (option := _OPTION.fullmatch(line)):
            self._option(number, *option.groups())
        elif not line:
            self.paused = True
        else:
            if self.options:
                self.give_up(f"a line before “ANSWER:” is no option (line {number})")
            elif self.paused:
                self.give_up("no options follow")
            self.line = self.line or number
            self.asked.append(line)
            self.paused = False

    def _option(self, number: int, letter: str, text: str) -> None:
        if letter in self.options:
            self.note(number, f"there are two options {letter}, and the first one counts", text)
        self.options.setdefault(letter, text)

    def _answer(self, number: int, letter: str) -> None:
        if not self.asked:
            self.note(number, "an answer without a question", f"ANSWER: {letter}")
        elif letter not in self.options:
            self.give_up(f"there is no option {letter} (line {number})")
        else:
            self.ask(self.line, " ".join(self.asked), [self.options[letter]])
            wrong = [f"{other}. {text}" for other, text in self.options.items() if other != letter]
            if wrong:
                self.note(self.line, WRONG, " | ".join(wrong))
        self._begin()

    def give_up(self, reason: str) -> None:
        """Leave out what has been gathered of a question, and say why."""
        if self.asked:
            options = [f"{letter}. {text}" for letter, text in self.options.items()]
            self.note(self.line, f"no question in Aiken: {reason}", " | ".join([" ".join(self.asked), *options]))
        self._begin()
