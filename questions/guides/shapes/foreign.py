"""Documents of any shape as guides: what each block under each heading is, by rules that can be told to a person.

Headings say what follows (outline.py, headings.py); lists, tables, bold lines, "Q:" lines and plain lines that ask are
questions (asking.py); what stands under a question belongs to it (answers.py); prose and links are told apart in prose.py.
"""

from questions.guides.blocks import Block
from questions.guides.native.guidance import Reading
from questions.guides.shapes import headings, markup
from questions.guides.shapes.asking import Asking, Standing
from questions.guides.shapes.headings import Place
from questions.guides.shapes.outline import Head, heads, lines_as_headings
from questions.guides.shapes.prose import Prose
from questions.normal import name_key

# What stands in these parts is never searched for questions.
_FIXED = (Place.INTERVIEW, Place.RESOURCES, Place.CONTENTS, Place.PROMOTION, Place.IMPRINT)


def read(reading: Reading, name: str) -> None:
    """Reads the body of a document of any shape; ``name`` is what to call the role if the document does not say."""
    if any(block.kind in ("html", "quote") for block in reading.source.blocks):
        source, origin, dropped = markup.flatten(reading.source)
        for start, text in dropped:
            reading.note(start, "a comment or script", text)
        reading.source, reading.origin = source, origin
    _Walk(reading, name).run(lines_as_headings(reading.source.blocks))


class _Walk:
    """A walk through the blocks of a document, from top to bottom."""

    def __init__(self, reading: Reading, name: str) -> None:
        self.reading = reading
        self.name = name
        self.standing = Standing()
        self.prose = Prose(reading, name)
        self.asking = Asking(reading, self.standing, self.prose)
        self.titled = False  # a heading has passed that is the title, or comes too late for one
        self.questions_at = -1

    def run(self, blocks: list[Block]) -> None:
        found = heads(blocks, self.reading.guide.title or self.name)
        # Where questions have a heading of their own, what stands before it is on the role.
        self.questions_at = next((number for number, head in found.items() if head.place == Place.QUESTIONS), -1)
        self.standing.all_lists = self.questions_at >= 0
        for number, block in enumerate(blocks):
            if block.kind == "heading":
                self._heading(number, block, found[number])
            elif block.kind == "rule":
                self.asking.rule()
            elif self.standing.place in _FIXED or not self.asking.take(block):
                self.prose.add(block, self.standing.place)
                if self.standing.place == Place.CONTENTS and block.kind in ("list", "table"):
                    self.standing.place = Place.INTRO
        self.asking.close()
        self.prose.finish()

    def _heading(self, number: int, block: Block, head: Head) -> None:
        self.prose.heading = ""
        if self._is_title(block, head) or self.asking.label(head, block):
            return
        self.asking.close()
        self._leave(block.level)
        standing = self.standing
        if head.is_question:
            self._enter(Place.QUESTIONS, block)
            if head.text:
                self.asking.ask(head.text, block.start, block.level)
            else:
                self.asking.wait(block.level)
        elif head.waste and not head.leads:
            self.reading.note(block.start, f"boilerplate: {head.waste}", head.text)
            self._enter(Place.PROMOTION, block)
        elif head.kind:
            standing.kind, standing.kind_level = head.kind.value, block.level
            self._enter(Place.QUESTIONS, block)
        elif head.place:
            self._open(head.place, block, head)
        elif head.holds:
            standing.section, standing.section_level = head.text, block.level
            self._enter(Place.QUESTIONS, block)
        elif block.level > standing.level and standing.place not in (Place.INTRO, Place.QUESTIONS, Place.UNKNOWN):
            self.prose.begin(block)
        elif number < self.questions_at:
            self._enter(Place.ABOUT, block)
            self.prose.begin(block)
        else:
            self._enter(Place.UNKNOWN, block)
            self.reading.note(block.start, "a heading without questions; its place is not known", head.text)

    def _open(self, place: Place, block: Block, head: Head) -> None:
        if place == Place.QUESTIONS:
            self.standing.section, self.standing.section_level = "", block.level
        elif place in (Place.PROMOTION, Place.IMPRINT):
            self.reading.note(block.start, "boilerplate: a heading that is no topic", head.text)
        elif place == Place.ABOUT and not headings.is_generic(head.text):
            self.prose.begin(block)
        self._enter(place, block)

    def _enter(self, place: Place, block: Block) -> None:
        if place != self.standing.place or block.level < self.standing.level:
            self.standing.place, self.standing.level = place, block.level

    def _leave(self, level: int) -> None:
        """Ends the topic and the kind that a heading of ``level`` does not stand under."""
        standing = self.standing
        if level <= standing.section_level:
            standing.section, standing.section_level = "", 0
        if level <= standing.kind_level:
            standing.kind, standing.kind_level = "", 0

    def _is_title(self, block: Block, head: Head) -> bool:
        """Takes the first heading of the first two levels as the title, if it can be one; else False."""
        if self.titled or block.level > 2:
            return False
        self.titled = True
        if head.is_question or (block.level == 2 and not headings.names_interview(head.text)):
            return False
        place = headings.place(head.text)
        if place == Place.QUESTIONS:
            self._enter(place, block)
        title = "" if place else headings.title(head.text)
        self.reading.guide.title = self.reading.guide.title or title
        if title and self.name and _letters(title) != _letters(self.name):
            self.reading.note(block.start, f"the title differs from the file name “{self.name}”", title)
        return True


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, name_key(text)))
