"""What no row of the bank can hold is cut or left out before anything is written, and said with its line."""

import re

from questions.guides.document import Guide, GuideError, Link, Note, Question
from questions.normal import url_key

MAX_TITLE, MAX_NAME, MAX_QUESTION, MAX_URL, MAX_SLUG = 160, 120, 1000, 2000, 200
MAX_LINK_TITLE, MAX_NOTE, MAX_TOPIC, MAX_SUMMARY, MAX_SOURCE = 200, 500, 100, 300, 200

_SLUG = re.compile(rf"[-\w]{{1,{MAX_SLUG}}}")
_OCCUPATION = re.compile(r"\d{2}-\d{4}\.\d{2}")


def fit(guide: Guide) -> Guide:
    """The guide with what does not fit cut or left out, each with a note. Raises GuideError for a name that is too long."""
    names = {"title": (guide.title, MAX_TITLE), "field": (guide.field, MAX_NAME), "group": (guide.group, MAX_NAME)}
    for what, (text, limit) in names.items():
        if len(text) > limit:
            raise GuideError(f"the {what} has {len(text)} characters, and the bank holds {limit}: shorten it")
    fitting = _Fitting(guide)
    guide.slug = fitting.matching("an address in the bank", guide.slug, _SLUG)
    guide.former_slugs = [slug for slug in guide.former_slugs if fitting.matching("an address in the bank", slug, _SLUG)]
    guide.onet_soc_code = fitting.matching("an O*NET-SOC code such as 25-4022.00", guide.onet_soc_code, _OCCUPATION)
    guide.summary = fitting.cut("the summary", guide.summary, MAX_SUMMARY)
    guide.review.by = fitting.cut("the reviewer's name", guide.review.by, MAX_NAME)
    guide.also_called = [title for title in guide.also_called if fitting.short("another title", title.name, MAX_TITLE)]
    guide.questions = [question for question in guide.questions if fitting.question(question)]
    guide.links = [link for link in guide.links if fitting.link(link)]
    return guide


def cut(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, cut at a space where there is one."""
    if len(text) <= limit:
        return text
    return text[: limit - 2].rsplit(" ", 1)[0] + " …"


class _Fitting:
    """Fits the parts of one guide, and notes in it what that took."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def question(self, question: Question) -> bool:
        if not self.short("a question", question.text, MAX_QUESTION, question.line):
            return False
        question.follow_ups = [self.cut("a follow-up", text, MAX_QUESTION, question.line) for text in question.follow_ups]
        if not self.short("a topic", question.section, MAX_TOPIC, question.line):
            question.section = ""
        question.topics = [name for name in question.topics if self.short("a topic", name, MAX_TOPIC, question.line)]
        question.source.name = self.cut("the source", question.source.name, MAX_SOURCE, question.line)
        question.review.by = self.cut("the reviewer's name", question.review.by, MAX_NAME, question.line)
        return True

    def link(self, link: Link) -> bool:
        # The normal form may be longer than what was written: it spells out letters beyond ASCII.
        if not self.short("an address", max(link.url, url_key(link.url), key=len), MAX_URL, link.line):
            return False
        link.title = self.cut("a link's title", link.title, MAX_LINK_TITLE, link.line)
        link.note = self.cut("a link's note", link.note, MAX_NOTE, link.line)
        link.topics = [name for name in link.topics if self.short("a topic", name, MAX_TOPIC, link.line)]
        return True

    def short(self, what: str, text: str, limit: int, line: int = 0) -> bool:
        """Whether ``text`` fits; it is to be left out if not."""
        if len(text) > limit:
            self._note(line, f"{what} longer than {limit} characters was left out", text)
        return len(text) <= limit

    def cut(self, what: str, text: str, limit: int, line: int = 0) -> str:
        if len(text) > limit:
            self._note(line, f"{what} was cut to {limit} characters", text)
        return cut(text, limit)

    def matching(self, what: str, text: str, pattern: re.Pattern[str]) -> str:
        """``text`` if it is of that form, else nothing."""
        if not text or pattern.fullmatch(text):
            return text
        self._note(0, f"is not {what}", text)
        return ""

    def _note(self, line: int, reason: str, text: str) -> None:
        self.guide.notes.append(Note(line, reason, cut(text, 80)))
