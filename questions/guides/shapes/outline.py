"""The headings of a document that nobody wrote for this format, and what each of them opens."""

import re
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.native import labels
from questions.guides.native.labels import Label
from questions.guides.shapes import boilerplate, columns, headings, wording
from questions.guides.shapes.headings import Place
from questions.vocabulary import Kind

# The level of a line in bold that stands alone: below every real heading.
BOLD = 7

_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1[ \t]*[:：]?[ \t]*(?:\n|$)")
# A list of questions below one of these headings makes a topic of it.
_OVERRULED = (Place.RESOURCES, Place.PROMOTION, Place.IMPRINT)
_BARE_URL = re.compile(r"\s*<?https?://\S+\s*")
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Head:
    """A heading: its text without pictures and numbers, and what that text says."""

    text: str
    level: int
    place: Place | None = None
    kind: Kind | None = None
    label: Label | None = None
    rest: str = ""  # what follows the label
    asks: bool = False
    called: bool = False  # it says "Question 3" itself
    leads: bool = False  # questions stand right below it
    holds: bool = False  # questions stand below it or below its own headings
    is_question: bool = False
    waste: str = ""  # the kind of boilerplate it is


def lines_as_headings(blocks: list[Block]) -> list[Block]:
    """The blocks, with every line that is bold throughout, or a heading by its looks, made a heading of its own."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if _is_heading(block, blocks[number + 1] if number + 1 < len(blocks) else None, first=not number):
            level = 1 if block.kind == "paragraph" else 2
            found.append(Block("heading", block.start, block.end, block.text or item_text(block.children[0]), level))
            continue
        match = _BOLD_LINE.match(block.text) if block.kind == "paragraph" else None
        # A bold line with more below it is a heading only if it asks; else it is emphasis.
        if not match or (match.end() < len(block.text) and not wording.asks(wording.question(match[2]))):
            found.append(block)
            continue
        found.append(Block("heading", block.start, block.start + 1, match[2], BOLD))
        if match.end() < len(block.text):
            found.append(Block("paragraph", block.start + 1, block.end, block.text[match.end() :]))
    return found


def _is_heading(block: Block, following: Block | None, *, first: bool) -> bool:
    """Whether a line is a heading although Markdown takes it for text: a title, or "1. General" with a line drawn below."""
    if block.kind == "paragraph":
        return first and "\n" not in block.text and len(block.text) < _LONGEST_HEADING and headings.names_interview(block.text)
    drawn = following is not None and following.kind == "rule" and following.start == block.start + 1
    return block.kind == "list" and drawn and not asks_or_called(item_text(block.children[0]))


def heads(blocks: list[Block], role: str) -> dict[int, Head]:
    """What each heading among the blocks opens, by its place among them; ``role`` is what the document is about."""
    first = next((block for block in blocks if block.kind == "heading" and block.level == 1), None)
    title = wording.heading(first.text) if first else ""
    names = [name for name in (role, "" if wording.requests(title) else headings.title(title)) if name]
    found = {number: copy(_head(block.text, block.level)) for number, block in enumerate(blocks) if block.kind == "heading"}
    for head in list(found.values())[1:]:
        # The first such heading may be the title; a further one speaks of the questions below it.
        if not head.place and not head.kind and headings.names_interview(head.text):
            head.place = Place.QUESTIONS
    places = [*found, len(blocks)]
    asking = _asking_levels(list(found.values()))
    outer: list[Head] = []
    for start, end in pairwise(places):
        head = found[start]
        content = blocks[start + 1 : end]
        head.leads = any(leads(block) for block in content)
        if head.place == Place.ABOUT and head.asks and not headings.asks_about(head.text, names):
            head.place = None
        _decide(head, content, head.level in asking)
        while outer and outer[-1].level >= head.level:
            outer.pop()
        if head.leads or head.is_question:
            for one in [*outer, head]:
                one.holds = True
        outer.append(head)
    return found


def leads(block: Block) -> bool:
    """Whether a block is a list or table of questions, or lines that all ask."""
    if block.leads is None:
        block.leads = _leads(block)
    return block.leads


def _leads(block: Block) -> bool:
    match block.kind:
        case "list":
            texts = [text for text in map(item_text, block.children) if not is_link(text)]
            asking = sum(map(asks_or_called, texts))
            return asking > 0 and asking * 2 >= len(texts) and not _labelled(block)
        case "table":
            return columns.of_block(block) is not None
        case "paragraph":
            return all(asks_or_called(line) for line in block.text.split("\n")[:3])
    return False


def item_text(item: Block) -> str:
    """The inline Markdown an item begins with."""
    return item.children[0].text if item.children and item.children[0].kind in ("paragraph", "heading") else ""


def asks_or_called(markdown: str) -> bool:
    """Whether inline Markdown asks something or says that it is a question; links alone never do."""
    if is_link(markdown):
        return False
    text, called = wording.bare(inline.plain(markdown))
    return bool(text) and (called or wording.asks(text))


def is_link(markdown: str) -> bool:
    """Whether inline Markdown is nothing but links or images."""
    return ("](" in markdown and inline.parse(markdown).only_links) or bool(_BARE_URL.fullmatch(markdown))


def _labelled(block: Block) -> bool:
    known = [labels.split(item_text(item))[0] for item in block.children]
    return sum(label not in (None, Label.QUESTION) for label in known) * 2 > len(known)


@lru_cache(maxsize=1000)  # collections of guides share their headings
def _head(markdown: str, level: int) -> Head:
    """What the words of a heading say, whatever stands below it; to be copied before it is changed."""
    text = wording.heading(markdown)
    head = Head(text, level)
    if len(text) > _LONGEST_HEADING:
        head.asks = wording.asks(text)
        return head
    asked, head.called = wording.bare(inline.plain(markdown))
    if head.called:
        head.text = asked
    head.place = headings.place(text)
    head.kind = headings.kind(text)
    if not head.called:
        head.label, _, head.rest = (labels.named(text), "", "") if labels.named(text) else labels.look(text)
    head.waste = "" if head.place else boilerplate.reason(text)
    head.asks = wording.asks(asked)
    return head


def _asking_levels(found: list[Head]) -> set[int]:
    """The levels on which most headings are questions, so that the few that do not look like one are, too."""
    levels = set()
    for level in {head.level for head in found}:
        votes = [
            head.asks or head.called for head in found if head.level == level and not (head.kind or head.label or head.waste)
        ]
        if sum(votes) >= 2 and sum(votes) * 3 >= len(votes) * 2:
            levels.add(level)
    return levels


def _decide(head: Head, content: list[Block], asking: bool) -> None:
    """Settles what a heading opens where its words allow more than one reading."""
    listed = any(block.kind in ("list", "table") and leads(block) for block in content)
    if (head.leads and head.place in (Place.ABOUT, Place.INTERVIEW)) or (listed and head.place in _OVERRULED):
        # "Skills" above a list of questions is a topic; "Overview" says nothing about them.
        head.place = Place.QUESTIONS if headings.is_generic(head.text) else None
    if head.place or head.kind or head.waste or (head.label and not head.rest):
        return
    if head.called:
        head.is_question = True
    elif len(head.text) > 1 and not any(len(block.children) > 1 and leads(block) for block in content):
        head.is_question = wording.requests(head.text) or (asking and (head.asks or bool(content)))
