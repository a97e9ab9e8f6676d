"""From a guide to its text in the native format: deterministic, and read back exactly (see tidy.py for the normal form)."""

import re

from questions.guides.blocks import Source
from questions.guides.document import Guide, Link, Question
from questions.guides.inline import escape, escape_heading
from questions.guides.native import frontmatter, values
from questions.guides.native.exact import INTERVIEW, QUESTIONS, RESOURCES
from questions.guides.native.labels import Label
from questions.guides.tidy import tidy
from questions.vocabulary import Level, LinkKind, Status

_LEVELS = {Level.ENTRY: Label.ENTRY, Level.MID: Label.MID, Level.SENIOR: Label.SENIOR}


def write_guide(guide: Guide) -> str:
    """The text of ``guide``, brought into normal form, in the native format; ends in one line end."""
    guide = tidy(guide)
    # Markdown with headings or unclosed blocks of its own would be mistaken for the guide's, so YAML carries it.
    extra = {
        name: text
        for name, text in (("description", guide.description), ("interview", guide.interview))
        if text and not _stands_alone(text)
    }
    parts = [f"# {escape_heading(guide.title)}"] if guide.title else []
    if guide.description and "description" not in extra:
        parts.append(guide.description)
    if guide.interview and "interview" not in extra:
        parts += [f"## {INTERVIEW}", guide.interview]
    parts += _questions(guide.questions)
    if guide.links:
        parts += [f"## {RESOURCES}", "\n".join(_link(link) for link in guide.links)]
    return "\n\n".join([frontmatter.write(guide, extra), *parts]) + "\n"


def _stands_alone(markdown: str) -> bool:
    """No heading of the first two levels stands in this Markdown, and nothing in it swallows what follows."""
    following = markdown.count("\n") + 2
    blocks = Source(f"{markdown}\n\n## End").blocks
    headings = [block.start for block in blocks if block.kind == "heading" and block.level <= 2]
    return headings == [following]


def _questions(questions: list[Question]) -> list[str]:
    parts: list[str] = []
    section = None
    number = 0
    for question in questions:
        if question.section != section:
            if section is None or not question.section:
                parts.append(f"## {QUESTIONS}")
            if question.section:
                parts.append(f"### {escape_heading(question.section)}")
            section, number = question.section, 0
        number += 1
        text = _question(question, number)
        if number == 1:
            parts.append(text)
        else:
            parts[-1] += f"\n{text}"
    return parts


def _question(question: Question, number: int) -> str:
    marker = f"{number}. "
    fields = [
        (Label.KIND, question.kind),
        (Label.PURPOSE, question.purpose),
        (Label.POINTS, question.points),
        *((Label.FOLLOW_UP, escape(text)) for text in question.follow_ups),
        (Label.AVOID, question.pitfalls),
        *((_LEVELS[level], question.benchmarks.get(level, "")) for level in Level),
        (Label.TOPICS, values.names_text(question.topics)),
        (Label.SOURCE, escape(values.provenance_text(question.source))),
        (Label.REVIEWED, escape(values.review_text(question.review))),
        (Label.STATUS, question.status.value if question.status != Status.PUBLISHED else ""),
    ]
    return "\n".join([marker + escape(question.text), *_fields(fields, len(marker))])


def _link(link: Link) -> str:
    note = f" – {escape(link.note)}" if link.note else ""
    fields = [
        (Label.KIND, link.kind.value if link.kind != LinkKind.OTHER else ""),
        (Label.TOPICS, values.names_text(link.topics)),
        (Label.STATUS, link.status.value if link.status != Status.PUBLISHED else ""),
    ]
    return "\n".join([f"- [{escape(link.title)}]({_address(link.url)}){note}", *_fields(fields, 2)])


def _address(url: str) -> str:
    return re.sub(r"[()]|&(?=#?\w+;)", r"\\\g<0>", url)


def _fields(fields: list[tuple[Label, str]], indent: int) -> list[str]:
    """Labelled list items, indented; a value of several lines begins on the line below its label."""
    written = []
    for label, value in fields:
        if not value:
            continue
        value = f"\n{value}" if "\n" in value else f" {value}"
        lines = f"- {label}:{value}".split("\n")
        deeper = " " * (indent + 2)
        written.append("\n".join([" " * indent + lines[0], *(deeper + line if line else "" for line in lines[1:])]))
    return written
