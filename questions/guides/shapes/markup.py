"""HTML and quotations in a guide, rewritten as plain Markdown so that one reader serves for all of them."""

import html
import re

from questions.guides.blocks import Block, Source

# A quotation may hold another and HTML may hold Markdown; deeper than this nobody quotes.
_PASSES = 6
_QUOTED = re.compile(r"[ \t]*> ?")
_DROPPED = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>\b[^<>]*)>")
_ATTRIBUTE = re.compile(r"\b(?:href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def flatten(source: Source) -> tuple[Source, list[int], list[tuple[int, str]]]:
    """``source`` with its HTML blocks and quotations written as Markdown, the line of the first source that each of its
    lines comes from, and (line, text) of comments, scripts and styles, which are left out.
    """
    origin = list(range(len(source.lines)))
    dropped: list[tuple[int, str]] = []
    for _ in range(_PASSES):
        blocks = [block for block in source.blocks if block.kind in ("html", "quote")]
        if not blocks:
            break
        lines: list[str] = []
        numbers: list[int] = []
        last = 0
        for block in blocks:
            lines += source.lines[last : block.start]
            numbers += origin[last : block.start]
            new, places = _quote(source, block) if block.kind == "quote" else _html(source, block, origin, dropped)
            # Blank lines keep what was one block from running into its neighbours.
            lines += ["", *new, ""]
            numbers += [origin[block.start], *(origin[place] for place in places), origin[block.end - 1]]
            last = block.end
        source = Source("\n".join(lines + source.lines[last:]))
        origin = numbers + origin[last:]
    return source, origin, dropped


def text(markdown: str) -> str:
    """A stretch of Markdown with HTML in it as Markdown alone."""
    rows = _markdown(_DROPPED.sub("", markdown)).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(row for row in rows if row != _RULE)).strip()


def _quote(source: Source, block: Block) -> tuple[list[str], list[int]]:
    lines = source.lines[block.start : block.end]
    return [_QUOTED.sub("", line, count=1) for line in lines], list(range(block.start, block.end))


def _html(source: Source, block: Block, origin: list[int], dropped: list[tuple[int, str]]) -> tuple[list[str], list[int]]:
    raw = "\n".join(source.lines[block.start : block.end])

    def blank(match: re.Match[str]) -> str:
        dropped.append((origin[block.start + raw.count("\n", 0, match.start())], match[0]))
        return "\n" * match[0].count("\n")

    lines: list[str] = []
    places: list[int] = []
    for number, line in enumerate(_SUMMARY.sub(_bold_line, _DROPPED.sub(blank, raw)).split("\n"), block.start):
        new = [piece.strip() for piece in _markdown(line).split("\n")]
        lines += new
        places += [min(number, block.end - 1)] * len(new)
    return lines, places


def _bold_line(match: re.Match[str]) -> str:
    """A summary as a bold line, which the reader takes for a heading, on as many lines as it had."""
    inner = " ".join(_TAGS.sub("", match[1]).replace("*", "").split())
    return f"<p>**{inner}**<p>" + "\n" * match[1].count("\n")


def _markdown(text: str) -> str:
    """HTML tags as Markdown marks; what has no mark goes."""
    if "<" not in text:
        return text
    addresses: list[str] = []
    return _LONE_MARKS.sub("", _TAGS.sub(lambda tag: _mark(tag, addresses), text))


def _mark(tag: re.Match[str], addresses: list[str]) -> str:
    name, end = tag["name"].lower(), bool(tag["end"])
    if name in _MARKS:
        return _MARKS[name][end]
    if name == "a":
        if end:
            return f"]({addresses.pop()})" if addresses else ""
        address = _address(tag)
        if address:
            addresses.append(address)
        return "[" if address else ""
    if name == "img":
        return f"![image]({_address(tag)})"
    return "" if name in _INLINE else tag[0]


def _address(tag: re.Match[str]) -> str:
    found = _ATTRIBUTE.search(tag["rest"])
    address = html.unescape(next(filter(None, found.groups()), "")) if found else ""
    return address.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


_SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
# A mark that opened on one line and closed on another marks nothing.
_LONE_MARKS = re.compile(r"^[ \t]*\*\*[ \t]*$|(?<=\n)\*\*(?=\n)", re.MULTILINE)
_BLOCKS = (
    "p div table tr section article center hr blockquote dl dd dt pre ul ol body header footer main nav aside thead tbody figure"
)
# Ends what stands under a summary.
_RULE = "***"
_MARKS = {
    **dict.fromkeys(_BLOCKS.split(), ("\n\n", "\n\n")),
    **{f"h{level}": (f"\n\n{'#' * level} ", "\n\n") for level in range(1, 7)},
    **dict.fromkeys(("b", "strong"), ("**", "**")),
    **dict.fromkeys(("td", "th"), (" ", " ")),
    "details": ("\n\n", f"\n\n{_RULE}\n\n"),
    "li": ("\n- ", ""),
    "br": ("\n", "\n"),
}
_INLINE = {
    *(
        "i",
        "em",
        "code",
        "span",
        "font",
        "small",
        "big",
        "sub",
        "sup",
        "u",
        "s",
        "mark",
        "kbd",
        "samp",
        "tt",
        "abbr",
        "q",
        "cite",
    ),
    *("input", "label", "button", "svg", "path", "picture", "source", "figcaption", "html", "head", "meta", "link", "title"),
    *("iframe", "video", "audio", "del", "ins", "var", "summary"),
}
