"""Columns of question tables, recognised by their headers, and what a row of them says."""

import re
from enum import StrEnum

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.shapes import wording
from questions.normal import one_line
from questions.vocabulary import Level


class Column(StrEnum):
    """What a column holds."""

    QUESTION = "question"
    KIND = "kind"
    PURPOSE = "purpose"
    POINTS = "points"
    FOLLOW_UP = "follow-up"
    AVOID = "avoid"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    TOPICS = "topics"
    SECTION = "section"
    LEVEL = "level"
    STATUS = "status"
    SOURCE = "source"
    REVIEWED = "reviewed"
    ROLE = "role"
    FIELD = "field"
    GROUP = "group"


# Names are compared without regard to case, marks and a plural "s"; of two fitting columns the first name here wins.
_SYNONYMS = {
    Column.QUESTION: "question, question text, interview question, prompt, text, query, q, title of question, "
    "question title, body",
    Column.POINTS: "point, key point, answer, sample answer, model answer, ideal answer, example answer, "
    "suggested answer, expected answer, "
    "look for, what to look for, response, solution, guidance, a, explanation, good answer",
    Column.TOPICS: "topic, tag, category, categorie, subcategory, competency, competencie, theme, subject, skill, area",
    Column.SECTION: "section, chapter, heading",
    Column.KIND: "kind, type, question type, form, question kind",
    Column.LEVEL: "level, seniority, difficulty, experience level, grade",
    Column.ROLE: "role, job, position, title, job title, role title, job role, occupation, profession, designation",
    Column.FIELD: "field, industry, sector, domain, department",
    Column.GROUP: "group, job group, family, job family, role group, function",
    Column.PURPOSE: "purpose, why, why asked, why it is asked, intent, rationale, what it assesse, objective",
    Column.FOLLOW_UP: "follow up, followup, follow up question, probe, probing question",
    Column.AVOID: "avoid, pitfall, red flag, mistake, what to avoid, bad answer, weak answer",
    Column.ENTRY: "entry, entry level, junior, junior answer, entry answer",
    Column.MID: "mid, mid level, intermediate, mid answer",
    Column.SENIOR: "senior, senior level, advanced, senior answer",
    Column.STATUS: "status, state",
    Column.SOURCE: "source, origin",
    Column.REVIEWED: "reviewed, last reviewed, review",
}
_BY_NAME = {name: column for column, names in _SYNONYMS.items() for name in names.split(", ")}
_LEVELS = {
    Level.ENTRY: "entry, entry level, entrylevel, junior, jr, beginner, graduate, intern, trainee, associate, easy, "
    "basic, fresher, l1, 1",
    Level.MID: "mid, mid level, midlevel, middle, intermediate, medium, experienced, regular, l2, 2",
    Level.SENIOR: "senior, senior level, sr, advanced, expert, lead, principal, staff, hard, difficult, manager, director, l3, 3",
}
_LEVEL_NAMES = {name: level for level, names in _LEVELS.items() for name in names.split(", ")}


def named(header: str) -> Column | None:
    """The column that a header announces."""
    return _BY_NAME.get(_name(header))


def recognise(header: list[str]) -> dict[int, Column]:
    """The columns by their place; of several with one meaning each is kept, but there is only one of questions."""
    found = {place: column for place, name in enumerate(header) if (column := named(name))}
    asked = [place for place, column in found.items() if column == Column.QUESTION]
    best = min(asked, key=lambda place: list(_BY_NAME).index(_name(header[place])), default=None)
    return {place: column for place, column in found.items() if column != Column.QUESTION or place == best}


def _name(header: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    name = one_line(re.sub(r"[\W_]+", " ", words)).casefold()
    return name if name in _BY_NAME else name.removesuffix("s")


def level(text: str) -> Level | None:
    """The seniority that a cell names."""
    return _LEVEL_NAMES.get(one_line(re.sub(r"[\W_]+", " ", text)).casefold())


def of_block(table: Block) -> dict[int, Column] | None:
    """The columns of a Markdown table of questions; None where no column holds any."""
    header = [inline.plain(cell) for cell in table.children[0].cells] if table.children else []
    found = recognise(header)
    if Column.QUESTION in found.values():
        return found
    rows = table.children[1:]
    for place in range(len(header)):
        cells = [inline.parse(row.cells[place]) for row in rows if place < len(row.cells)]
        asking = sum(wording.marked(cell.text) for cell in cells if not cell.only_links)
        if asking and asking * 2 > len(rows) and place not in found:
            return {**found, place: Column.QUESTION}
    return None
