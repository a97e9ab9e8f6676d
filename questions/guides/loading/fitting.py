"""What no row of the bank can hold is said before anything is written, with its line."""

from questions.guides.document import Guide, GuideError, Link, Note, Question

MAX_TITLE, MAX_NAME, MAX_QUESTION, MAX_URL = 160, 120, 1000, 2000
MAX_LINK_TITLE, MAX_NOTE, MAX_TOPIC, MAX_SUMMARY = 200, 500, 100, 300


def fit(guide: Guide) -> Guide:
    """The guide with what is too long cut or left out, each with a note. Raises GuideError for a title that is too long."""
    for what, text, limit in (
        ("title", guide.title, MAX_TITLE),
        ("field", guide.field, MAX_NAME),
        ("group", guide.group, MAX_NAME),
    ):
        if len(text) > limit:
            raise GuideError(f"the {what} has {len(text)} characters, and the bank holds {limit}: shorten it")
    if len(guide.summary) > MAX_SUMMARY:
        guide.notes.append(Note(0, f"the summary was cut to {MAX_SUMMARY} characters", guide.summary))
        guide.summary = cut(guide.summary, MAX_SUMMARY)
    guide.also_called = [title for title in guide.also_called if len(title.name) <= MAX_TITLE]
    guide.questions = [question for question in guide.questions if _question_fits(question, guide)]
    guide.links = [link for link in guide.links if _link_fits(link, guide)]
    return guide


def cut(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, cut at a space where there is one."""
    if len(text) <= limit:
        return text
    return text[: limit - 2].rsplit(" ", 1)[0] + " …"


def _question_fits(question: Question, guide: Guide) -> bool:
    if len(question.text) > MAX_QUESTION:
        guide.notes.append(Note(question.line, f"longer than {MAX_QUESTION} characters: no question", cut(question.text, 80)))
        return False
    question.follow_ups = [cut(text, MAX_QUESTION) for text in question.follow_ups]
    question.section = _topic(question.section, question.line, guide)
    question.topics = [name for name in (_topic(topic, question.line, guide) for topic in question.topics) if name]
    question.source.name = cut(question.source.name, 200)
    question.review.by = cut(question.review.by, 120)
    return True


def _link_fits(link: Link, guide: Guide) -> bool:
    if len(link.url) > MAX_URL:
        guide.notes.append(Note(link.line, f"an address longer than {MAX_URL} characters", cut(link.url, 80)))
        return False
    link.title, link.note = cut(link.title, MAX_LINK_TITLE), cut(link.note, MAX_NOTE)
    link.topics = [name for name in (_topic(topic, link.line, guide) for topic in link.topics) if name]
    return True


def _topic(name: str, line: int, guide: Guide) -> str:
    if len(name) <= MAX_TOPIC:
        return name
    guide.notes.append(Note(line, f"longer than {MAX_TOPIC} characters: no topic", cut(name, 80)))
    return ""
