"""The labels that may stand before a piece of a question: "Purpose:", "**Follow-up:**", "A:" and their synonyms."""

import re
from enum import StrEnum

from questions.normal import one_line


class Label(StrEnum):
    """What a label announces; the value is how the writer spells it."""

    QUESTION = "Question"
    KIND = "Kind"
    PURPOSE = "Purpose"
    POINTS = "Points"
    FOLLOW_UP = "Follow-up"
    AVOID = "Avoid"
    ENTRY = "Entry"
    MID = "Mid"
    SENIOR = "Senior"
    TOPICS = "Topics"
    REVIEWED = "Reviewed"
    SOURCE = "Source"
    STATUS = "Status"


# Compared without regard to case, hyphens, apostrophes, a plural "s" in brackets and a number at the end.
_SYNONYMS = {
    Label.QUESTION: "question, q, que, interview question, prompt",
    Label.KIND: "kind, type, question type, question kind, kind of question, type of question",
    Label.PURPOSE: "purpose, why, why it is asked, why its asked, why this is asked, why they ask, why they ask this, "
    "why we ask, "
    "why we ask this, why interviewers ask this, intent, rationale, objective, what they want to know, reason",
    Label.POINTS: "points, key points, talking points, look for, looking for, what to look for, listen for, answer, "
    "answers, a, ans, "
    "sample answer, example answer, example, model answer, suggested answer, possible answer, good answer, strong answer, "
    "ideal answer, best answer, expected answer, short answer, your answer, what a good answer covers, "
    "a good answer covers, how to answer, solution, response, sample response, explanation, tip, tips, guidance, star",
    Label.FOLLOW_UP: "follow up, follow ups, followup, followups, follow up question, follow up questions, follow on, "
    "probe, probes, probing question, probing questions, then ask, next",
    Label.AVOID: "avoid, what to avoid, pitfall, pitfalls, red flag, red flags, mistake, mistakes, common mistakes, "
    "weak answer, poor answer, bad answer, warning signs, dont",
    Label.ENTRY: "entry, entry level, junior, beginner, graduate",
    Label.MID: "mid, mid level, middle, intermediate, experienced",
    Label.SENIOR: "senior, senior level, advanced, expert, lead",
    Label.TOPICS: "topic, topics, tag, tags, category, categories, competency, competencies, competence, theme, subject",
    Label.REVIEWED: "reviewed, last reviewed, review",
    Label.SOURCE: "source, origin",
    Label.STATUS: "status, state",
}
_BY_NAME = {name: label for label, names in _SYNONYMS.items() for name in names.split(", ")}

_NAME = r"[^\W\d_][^:：*_\n]{0,40}?"
_MARKED = re.compile(rf"(\*\*\*|\*\*|\*|__|_)({_NAME})\s*[:：]?\1(?:\s*[:：]\1?)?(?=\s|$)[ \t]*")
_BARE = re.compile(rf"({_NAME})\s*[:：](?!//)[ \t]*")
_ANSWER = re.compile(r"(?:ans|answer)(?:\.|\s*\d+[.)])\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\s*#?\d+$")


def named(name: str) -> Label | None:
    """The label that ``name``, without its colon, stands for."""
    name = name.casefold().replace("-", " ").replace("’", "").replace("'", "").replace("(s)", "")
    return _BY_NAME.get(_NUMBER.sub("", one_line(name)))


def split(text: str) -> tuple[Label | None, str]:
    """The label that ``text`` begins with and what follows it; (None, text) where there is none."""
    label, _, rest = look(text)
    return (label, rest) if label else (None, text)


def look(text: str) -> tuple[Label | None, str, str]:
    """As ``split``, and between the two the words before the colon, known or not ("" where no words stand before one)."""
    if match := _MARKED.match(text):
        name = match[2]
        # "*Tell me*" alone is emphasis; only a colon or a known word makes it a label.
        if named(name) or ":" in match[0] or "：" in match[0]:
            return named(name), name, text[match.end() :]
    elif match := _BARE.match(text):
        return named(match[1]), match[1], text[match.end() :]
    elif match := _ANSWER.match(text):
        return Label.POINTS, "Answer", text[match.end() :]
    return None, "", text
