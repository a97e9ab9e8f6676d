"""The exact native format, as the writer writes it (``format: 1``): every heading, list and label is taken at its word."""

import re
from itertools import pairwise

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.document import Link, Question
from questions.guides.native.guidance import Guidance, Reading, label_link

INTERVIEW, QUESTIONS, RESOURCES = "The interview", "Questions", "Resources"

_LINK = re.compile(r"(\[.*?(?<!\\)(?:\\\\)*\]\((?:\\.|[^\\()])*\))(?: – (.+))?", re.DOTALL)


def read(reading: Reading) -> None:
    """Reads the body of a guide in the native format; what does not belong to it is noted."""
    blocks = reading.source.blocks
    index = 0
    if blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        title = inline.plain(blocks[0].text)
        reading.guide.title = reading.guide.title or title
        index = 1
    starts = [number for number, block in enumerate(blocks) if block.kind == "heading" and block.level <= 2 and number >= index]
    bounds = [*starts, len(blocks)]
    if description := _raw(reading, blocks[index : bounds[0]]):
        reading.guide.description = description
    for start, end in pairwise(bounds):
        heading, section = blocks[start], blocks[start + 1 : end]
        match inline.plain(heading.text):
            case name if name == INTERVIEW:
                reading.guide.interview = _raw(reading, section)
            case name if name == QUESTIONS:
                _questions(reading, section)
            case name if name == RESOURCES:
                _resources(reading, section)
            case name:
                reading.note(heading.start, f"“{name}” is no part of a guide; its place is not known", _raw(reading, section))


def _raw(reading: Reading, blocks: list[Block]) -> str:
    return reading.source.raw(blocks[0].start, blocks[-1].end) if blocks else ""


def _questions(reading: Reading, blocks: list[Block]) -> None:
    section = ""
    for block in blocks:
        if block.kind == "heading":
            section = inline.plain(block.text)
        elif block.kind == "list":
            for item in block.children:
                _question(reading, item, section)
        else:
            reading.note(block.start, "text among the questions", _raw(reading, [block]))


def _question(reading: Reading, item: Block, section: str) -> None:
    if not item.children or item.children[0].kind != "paragraph":
        reading.note(item.start, "an item without a question", reading.source.item(item))
        return
    text, *rest = item.children
    question = Question(inline.plain(text.text), section=section, line=reading.line(item.start))
    guidance = Guidance(reading, question)
    for block in rest:
        others = guidance.labelled(block) if block.kind == "list" else [block]
        for other in others:
            reading.note(other.start, "text under a question without a label", _raw(reading, [other]))
    guidance.close()
    reading.guide.questions.append(question)


def _resources(reading: Reading, blocks: list[Block]) -> None:
    for block in blocks:
        if block.kind != "list":
            reading.note(block.start, "text among the resources", _raw(reading, [block]))
            continue
        for item in block.children:
            _link(reading, item)


def _link(reading: Reading, item: Block) -> None:
    text = item.children[0].text if item.children and item.children[0].kind == "paragraph" else ""
    match = _LINK.fullmatch(text)
    links = inline.parse(match[1]).links if match else []
    if not match or len(links) != 1:
        reading.note(item.start, "a resource that is no link; write “- [Title](https://…) – what it is good for”", text)
        return
    title, url = links[0]
    link = Link(title, url, note=inline.plain(match[2] or ""), line=reading.line(item.start))
    for block in item.children[1:]:
        if block.kind == "list":
            label_link(reading, link, block)
        else:
            reading.note(block.start, "not understood under a link", _raw(reading, [block]))
    reading.guide.links.append(link)
