"""Inline Markdown and plain text: ``plain`` reads what ``escape`` writes, whatever the characters."""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions.normal import one_line

_SPECIAL = re.compile(r"[\\`*_\[<&]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIMPLE_LINK = re.compile(r"(?<!!)\[([^\[\]\\`*_<&]+)\]\(([^\s()\\<&`]+)\)")
# Tags people use inside a line. Anything else in angle brackets is text: "List<String>".
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|cite|code|del|details|div|em|font|i|img|input|ins|kbd|li|mark|ol|p|q|s|samp|small|span"
    r"|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)\b[^<>]*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_ANCHOR = re.compile(r"<a\b[^<>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
# Beyond this length a line is no prose, and only escapes are undone in it.
_LONGEST = 20_000


class _Markdown(MarkdownIt):
    """CommonMark that keeps addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the library's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return bool(url)


_MD = _Markdown("commonmark")


@dataclass(slots=True)
class Inline:
    """One stretch of inline Markdown: its text on one line, its links as (title, address), and what it consists of."""

    text: str
    links: list[tuple[str, str]] = field(default_factory=list)
    rest: str = ""  # the text outside links and images
    images: int = 0

    @property
    def only_links(self) -> bool:
        """Nothing but links or images stands here, punctuation aside."""
        return bool(self.links or self.images) and not any(map(str.isalnum, self.rest))


def plain(text: str) -> str:
    """The plain text, on one line, of inline Markdown."""
    return parse(text).text if _SPECIAL.search(text) else one_line(text)


@lru_cache(maxsize=128)  # the same few lines are looked at from several sides
def parse(text: str) -> Inline:
    """What a stretch of inline Markdown says and links to; not to be changed by the caller."""
    if not _SPECIAL.search(text):
        text = one_line(text)
        return Inline(text, rest=text)
    if len(text) > _LONGEST:
        text = one_line(html.unescape(_ESCAPED.sub(r"\1", text)))
        return Inline(text, rest=text)
    if not _SPECIAL.search(rest := _SIMPLE_LINK.sub("", text)):
        # A sentence with a few ordinary links, which is what most guides have, needs no parser.
        links = [(one_line(title), url) for title, url in _SIMPLE_LINK.findall(text)]
        return Inline(one_line(_SIMPLE_LINK.sub(r"\1", text)), links, one_line(rest))
    tokens: list[Token] = []
    _MD.inline.parse(text, _MD, {}, tokens)
    return _collect(tokens)


def _collect(tokens: list[Token]) -> Inline:
    inline = Inline("")
    pieces: list[str] = []
    rest: list[str] = []
    opened: list[tuple[str, int]] = []  # address and place in pieces where the link's text starts
    for token in tokens:
        piece = ""
        match token.type:
            case "text" | "text_special" | "code_inline":
                piece = token.content
            case "softbreak" | "hardbreak":
                piece = " "
            case "link_open":
                opened.append((str(token.attrs.get("href", "")), len(pieces)))
            case "link_close" if opened:
                address, start = opened.pop()
                inline.links.append((one_line("".join(pieces[start:])), address))
            case "image":
                inline.images += 1
                piece = "" if opened else token.content
                pieces.append(piece)
                continue
            case "html_inline":
                piece = _tag(token.content, inline, opened, pieces)
        if piece:
            pieces.append(piece)
            if not opened:
                rest.append(piece)
    inline.text = one_line("".join(pieces))
    inline.rest = one_line("".join(rest))
    return inline


def _tag(tag: str, inline: Inline, opened: list[tuple[str, int]], pieces: list[str]) -> str:
    """What an HTML tag in a line says; links and images are recorded."""
    if not _TAG.fullmatch(tag):
        return tag
    name = tag.lower().lstrip("</")
    if anchor := _ANCHOR.match(tag):
        opened.append((html.unescape(anchor[1]), len(pieces)))
    elif tag.lower().startswith("</a") and opened:
        address, start = opened.pop()
        inline.links.append((one_line("".join(pieces[start:])), address))
    elif name.startswith("img"):
        inline.images += 1
    return " " if name.startswith(("br", "p", "li", "td", "div")) else ""


_ALWAYS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])")
_AT_START = re.compile(r"(?=[-+>~=]|#{1,6}(?:\s|$))|(\d{1,9})(?=[.)](?:\s|$))")


def escape(text: str) -> str:
    """``text``, plain and on one line, as inline Markdown that may begin a paragraph or a list item."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    if start := _AT_START.match(text):
        text = f"{start[0]}\\{text[start.end() :]}"
    return text


def escape_heading(text: str) -> str:
    """``text``, plain and on one line, as the text of a heading: as ``escape``, and closing #s stay text."""
    return re.sub(r"(?<!\S)(#+)$", r"\\\1", escape(text))
