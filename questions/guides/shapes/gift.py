"""GIFT, Moodle's text format for quizzes: questions between empty lines, their answers in braces.

What a mark means stands in Moodle's documentation of the format. Right answers and general feedback become the points;
wrong answers, feedback to single answers and titles have no place in a bank and are reported.
"""

import re
from collections.abc import Iterator

from questions.guides.document import Guide
from questions.guides.shapes.giftanswers import ESCAPED, Answers, Unreadable, prose, read_answers, restore
from questions.guides.shapes.quizzes import Quiz
from questions.guides.text import clean

_CATEGORY = re.compile(r"\s*\$CATEGORY:(.*)")
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([~=#{}:n\\])")
# A slash in a category's name is written twice.
_STEP = re.compile(r"(?<!/)/(?!/)")
# What no other text has: a category's line, a title, or braces after a word that begin as answers do.
_ANSWERS_BEGIN = re.compile(
    r"(?:^|(?<=[\s.?!:)]))\{\s*(?:[=~]\s*[^\s=~]|#{4}|#-?\d|(?:T|F|TRUE|FALSE)\s*[}#])|^::[^\n{]*\{", re.MULTILINE
)
_CATEGORY_LINE = re.compile(r"^\$CATEGORY:", re.MULTILINE)
_BLANK = "_____"
_MEDIA = re.compile(r"<(?:img|audio|video|object|embed|iframe)\b[^<>]*>?", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """Whether a plain text is a quiz in GIFT."""
    return bool(_CATEGORY_LINE.search(text) or _ANSWERS_BEGIN.search(text))


def read(text: str, *, field: str = "", group: str = "", name: str = "") -> list[Guide]:
    """The guide in a text in GIFT; ``name`` is the role, and a category's last name the topic of the questions below it.

    Raises GuideError where there is no question in it.
    """
    quiz = _Gift(field=field, group=group, name=name)
    for line, block in _blocks(quiz, clean(text)):
        quiz.take(line, block)
    quiz.sum_up()
    return [quiz.guide("GIFT")]


def _blocks(quiz: "_Gift", text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines and categories, each with its first line; comments are empty lines in it."""
    rows: list[str] = []
    first = 0
    for number, row in enumerate([*text.split("\n"), ""], 1):
        category = _CATEGORY.fullmatch(row)
        if row.lstrip().startswith("//"):
            quiz.comments.append((number, row))
            rows += [""] * bool(rows)  # so that the lines below keep their numbers
        elif row.strip() and not category:
            first = first if rows else number
            rows.append(row)
        elif rows:
            yield first, "\n".join(rows)
            rows = []
        if category:
            quiz.section = _topic(category[1])


def _topic(path: str) -> str:
    """The last name of a category's path; Moodle's own “$course$” and “top” are no topics."""
    last = restore(_mask(_STEP.split(path.strip())[-1])).replace("//", "/").strip()
    return "" if last.startswith("$") or last.lower() == "top" else last


def _mask(text: str) -> str:
    """``text`` with a control character, of which it has none itself, for each escaped mark."""
    return _ESCAPE.sub(lambda match: ESCAPED[match[1]], text)


class _Gift(Quiz):
    def __init__(self, **place: str) -> None:
        super().__init__(**place)
        self.section = ""
        self.comments: list[tuple[int, str]] = []
        self.titles: list[tuple[int, str]] = []

    def take(self, line: int, block: str) -> None:
        text = _mask(block)
        if title := _TITLE.match(text):
            text = text[title.end() :]
            line += title[0].count("\n")
        markup = _FORMAT.match(text)
        form = markup[1].lower() if markup else "moodle"
        text = text[markup.end() :] if markup else text
        line += len(text[: len(text) - len(text.lstrip())].split("\n")) - 1
        text = text.strip()
        before, opened, rest = text.partition("{")
        inside, closed, after = rest.rpartition("}")
        try:
            answers = self._answers(line + before.count("\n"), opened, inside, closed, before + after)
        except Unreadable as error:
            self.note(line + text.count("\n", 0, error.offset + len(before)), f"no question in GIFT: {error}", restore(text))
            return
        if answers is None:
            self.note(line, "is a description, not a question", restore(text))
            return
        asked = f"{before.rstrip()} {_BLANK} {after.lstrip()}" if after.strip() else before
        asked = prose(asked, form)
        if not asked:
            self.note(line, "answers without a question", restore(text))
            return
        if title and prose(title[1], "plain") not in asked:
            self.titles.append((line, prose(title[1], "plain")))
        self.ask(line, asked, answers.right, section=self.section, explanation=answers.explanation(form))
        for reason, left_out in answers.left_out(form):
            self.note(line, reason, left_out)
        if form in ("html", "moodle") and (media := _MEDIA.findall(restore(text))):
            self.note(line, "pictures and media are left out", " ".join(media))

    def _answers(self, line: int, opened: str, inside: str, closed: str, outside: str) -> Answers | None:
        if not opened and "}" in outside:
            raise Unreadable("there is a “}” without a “{”")
        if not opened:
            return None
        if not closed:
            raise Unreadable("the answers begin with “{” and have no “}”")
        if "{" in inside or "}" in inside:
            raise Unreadable("there is a second “{” or “}”; write “\\{” and “\\}” for those that are text")
        return read_answers(inside)

    def sum_up(self) -> None:
        """One note for all comments and one for all titles: exported quizzes have both at every question."""
        for found, what in ((self.comments, "comments"), (self.titles, "titles of questions")):
            if found:
                (line, first), number = found[0], len(found)
                self.note(line, f"{what} are left out ({number} in all)" if number > 1 else f"{what} are left out", first)
