"""What the quiz formats GIFT and Aiken have in common: a question, its right answers, and all that a bank has no place for."""

from questions.guides import inline
from questions.guides.blocks import Source
from questions.guides.document import Guide, GuideError, Question
from questions.guides.native.guidance import Reading
from questions.guides.tidy import tidy
from questions.normal import one_line


class Quiz:
    """A quiz on its way into a guide. Lines count from 1."""

    def __init__(self, *, field: str, group: str, name: str) -> None:
        self.reading = Reading(Guide(name, field=field, group=group), Source(""), 0)

    def note(self, line: int, reason: str, text: str = "") -> None:
        self.reading.note(line - 1, reason, text)

    def ask(self, line: int, text: str, answers: list[str], *, section: str = "", explanation: str = "") -> None:
        """Take over a question; ``answers`` are the right ones, plain text, and ``explanation`` is Markdown."""
        points = [inline.escape(one_line(answer)) for answer in answers if answer.strip()]
        listed = points if len(points) == 1 else [f"- {point}" for point in points]
        question = Question(one_line(text), section=section, line=line)
        question.points = "\n\n".join(part for part in ("\n".join(listed), explanation.strip()) if part)
        self.reading.guide.questions.append(question)

    def guide(self, form: str) -> Guide:
        """The guide in normal form. Raises GuideError where no question was found, with the first reason why."""
        guide = tidy(self.reading.guide)
        guide.notes.sort(key=lambda note: note.line)
        if not guide.questions:
            first = guide.notes[0] if guide.notes else None
            raise GuideError(f"holds no {form} question{f': {first.reason}' if first else ''}", first.line if first else 0)
        if not guide.title:
            raise GuideError("has no title: name the file after the role")
        return guide
