"""What is no question in a document of any shape: paragraphs on the role, links, and what is set aside with a note."""

import re

from questions.guides import inline
from questions.guides.blocks import Block
from questions.guides.document import Link
from questions.guides.inline import Inline
from questions.guides.native.guidance import Reading, label_link
from questions.guides.shapes import boilerplate, weblinks, wording
from questions.guides.shapes.headings import Place
from questions.guides.shapes.outline import asks_or_called, item_text
from questions.vocabulary import LinkKind

_BARE_URL = re.compile(r"https?://[^\s<>()\[\]\"']+[^\s<>()\[\]\"'.,;:!?]")
_SEPARATOR = re.compile(r"^\s*(?:[-–—:|]+|\()\s*")


class Prose:
    """Collects the description, the interview's format and the links of a guide; notes what has no place in it."""

    def __init__(self, reading: Reading, name: str) -> None:
        self.reading = reading
        self.name = name
        self.heading = ""  # of the part that is being read, written only if something is kept of it
        self.description: list[str] = []
        self.interview: list[str] = []

    def begin(self, block: Block) -> None:
        """Takes a heading of the description's or the interview's own."""
        raw = self.reading.source.raw(block.start, block.end)
        self.heading = f"### {block.text}" if block.level < 3 else raw

    def finish(self) -> None:
        guide = self.reading.guide
        guide.description = guide.description or "\n\n".join(self.description)
        guide.interview = guide.interview or "\n\n".join(self.interview)

    def add(self, block: Block, place: Place) -> None:
        """Puts a block that holds no question where it belongs at this place of the document."""
        match place:
            case Place.CONTENTS:
                self._note(block, "a contents list")
            case Place.IMPRINT:
                self._note(block, "boilerplate: a word on the document itself")
            case Place.PROMOTION:
                self._set_aside(block, boilerplate.reason(block.text) or "an advertisement")
            case Place.RESOURCES:
                self._resources(block)
            case _:
                self._sort(block, place)

    def link_item(self, item: Block, markdown: str) -> bool:
        """Takes a list item among the questions that is nothing but links; False if it is more than that."""
        if "](" not in markdown and "://" not in markdown and "<" not in markdown:
            return False
        parsed = _parse(markdown)
        if not parsed.only_links:
            return False
        if not self._keep(parsed, item.start, LinkKind.MORE):
            self.reading.note(item.start, "a link within the document, or a badge", markdown)
        return True

    def waste_item(self, item: Block, markdown: str) -> bool:
        """Takes a list item among the questions that is boilerplate; False if it is none, or asks."""
        reason = boilerplate.reason(markdown)
        if not reason or asks_or_called(markdown):
            return False
        self._set_aside(item, reason)
        return True

    def _sort(self, block: Block, place: Place) -> None:
        if block.kind == "paragraph":
            if reason := boilerplate.reason(block.text):
                self._set_aside(block, reason)
                return
            parsed = _parse(block.text)
            if not parsed.text and not parsed.links and not parsed.images:
                return  # what is left of tags
            if parsed.only_links:
                kind = LinkKind.MORE if place == Place.QUESTIONS else LinkKind.OTHER
                if not self._keep(parsed, block.start, kind):
                    self._note(block, "links within the document, or badges")
                return
        elif block.kind == "list" and self._links_only(block, place):
            return
        if block.kind == "code":
            self._note(block, "a code sample")
        elif place == Place.INTERVIEW:
            self._take(self.interview, block)
        elif place in (Place.INTRO, Place.ABOUT):
            self._take(self.description, block)
        else:
            self._set_aside(block, "")

    def _take(self, part: list[str], block: Block) -> None:
        if self.heading:
            part.append(self.heading)
            self.heading = ""
        part.append(self.reading.source.raw(block.start, block.end))

    def _links_only(self, block: Block, place: Place) -> bool:
        parsed = [_parse(item_text(item)) for item in block.children]
        if not all(one.only_links for one in parsed):
            return False
        kept = [self._keep(one, item.start, LinkKind.OTHER) for one, item in zip(parsed, block.children, strict=True)]
        if not all(kept):
            self._note(block, "a contents list" if not any(kept) else "some links of this list lead nowhere outside the document")
        return True

    def _resources(self, block: Block) -> None:
        if block.kind == "list":
            for item in block.children:
                self._resource(item)
        elif block.kind == "paragraph":
            self._set_aside(block, "", noted=not self._single(block.text, block))
        else:
            self._set_aside(block, "")

    def _resource(self, item: Block) -> None:
        link = self._single(item_text(item), item)
        lists = [child for child in item.children[1:] if child.kind == "list"]
        if link:
            for child in item.children[1:]:
                if child.kind == "list":
                    label_link(self.reading, link, child)
                else:
                    self._note(child, "not understood under a link", item.column)
            return
        self._keep(_parse(item_text(item)), item.start, LinkKind.OTHER)
        self.reading.note(item.start, "no single link in this resource", item_text(item))
        for child in lists:
            self._resources(child)

    def _single(self, markdown: str, block: Block) -> Link | None:
        """The resource in a text with one link; the rest of the text says what it is good for."""
        parsed = _parse(markdown)
        web = [(title, url) for title, url in parsed.links if weblinks.is_web(url)]
        if len(web) != 1:
            return None
        title, url = web[0]
        link = weblinks.link(title, url, sentence="", role=self._role, line=self.reading.line(block.start))
        rest = parsed.rest
        if link.title == weblinks.host(url) and any(map(str.isalnum, rest)):
            # "Toolkit of the ALA: https://…": the words before the address are the title.
            if parsed.text.rstrip(" ).>").endswith(title):
                link.title = rest.strip(" :–—-()")
            else:
                link.note = parsed.text
        else:
            link.note = _SEPARATOR.sub("", rest).strip() if rest.strip(" :–—-()|.") else ""
        self.reading.guide.links.append(link)
        return link

    def _set_aside(self, block: Block, reason: str, noted: bool = True) -> None:
        """Notes a block that has no place; the links in it are kept."""
        stack = [block]
        while stack:
            one = stack.pop()
            if noted and one.kind in ("paragraph", "heading"):
                self._keep(_parse(one.text), one.start, LinkKind.OTHER, one.text)
            for cell in one.cells:
                self._keep(_parse(cell), one.start, LinkKind.OTHER, cell)
            stack += reversed(one.children)
        if noted:
            self._note(block, f"boilerplate: {reason}" if reason else "text without a place in a guide")

    def _keep(self, parsed: Inline, start: int, kind: LinkKind, sentence: str = "") -> bool:
        """Keeps the links of a text as resources; False if it has none that leads out of the document."""
        web = [(title, url) for title, url in parsed.links if weblinks.is_web(url)]
        sentence = inline.plain(sentence) if sentence else " ".join(title for title, _ in web)
        for title, url in web:
            line = self.reading.line(start)
            self.reading.guide.links.append(weblinks.link(title, url, sentence=sentence, role=self._role, line=line, kind=kind))
        return bool(web)

    def _note(self, block: Block, reason: str, column: int = 0) -> None:
        self.reading.note(block.start, reason, self.reading.source.raw(block.start, block.end, column))

    @property
    def _role(self) -> str:
        return self.reading.guide.title or self.name


def _parse(markdown: str) -> Inline:
    """Inline Markdown with its links, bare addresses among them."""
    if "](" not in markdown and "<" not in markdown and "://" not in markdown:
        return Inline(text := wording.without_pictures(markdown), rest=text)
    parsed = inline.parse(markdown)
    bare = _BARE_URL.findall(parsed.rest)
    if not bare:
        return parsed
    links = [*parsed.links, *((url, url) for url in bare)]
    return Inline(parsed.text, links, _BARE_URL.sub(" ", parsed.rest).strip(), parsed.images)
