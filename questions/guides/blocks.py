"""Markdown source as a small tree of blocks, each with the lines it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Only the block structure is parsed here; the few lines that need it get their inline Markdown read by inline.py.
# Reference definitions stay paragraphs: nothing here resolves them.
_MD = MarkdownIt("commonmark").enable("table").disable("reference")
_LONG_NUMBER = re.compile(r"\d{2,9}[.)] (?=\S)")
_BULLET = re.compile(r" {2,}[-+*] ")
_MARKER = re.compile(r"[ ]*(?:[-+*]|\d{1,9}[.)])")


@dataclass(slots=True)
class Block:
    """``kind``: heading, paragraph, list, item, code, html, table, row, quote or rule.

    ``start`` and ``end`` count the source's lines from 0.
    """

    kind: str
    start: int
    end: int
    text: str = ""  # of headings, paragraphs, code and html: their content, inline Markdown unread
    level: int = 0  # of headings: 1 to 6, and 7 or more for lines that act as headings
    number: int | None = None  # of lists: where they start to count; of items: their own; None for bullets
    column: int = 0  # of items: the column their content starts in
    cells: list[str] = field(default_factory=list)  # of rows
    children: list["Block"] = field(default_factory=list)
    leads: bool | None = None  # whether it is made of questions, once outline.leads has looked


class Source:
    """A Markdown text with its blocks, able to give back the raw lines of any of them."""

    def __init__(self, text: str) -> None:
        self.lines = list(_nested(text.split("\n")))
        tokens: list[Token] = []
        _MD.block.parse("\n".join(self.lines), _MD, {}, tokens)
        self.blocks = self._tree(tokens)

    def raw(self, start: int, end: int, column: int = 0) -> str:
        """Lines ``start`` to ``end`` without their indentation by ``column``, and without blank lines around them."""
        return _joined([_dedent(line, column) for line in self.lines[start:end]])

    def item(self, item: Block) -> str:
        """The raw Markdown inside a list item."""
        first = self.lines[item.start]
        first = first.expandtabs(4) if "\t" in first[: item.column] else first
        return _joined([first[item.column :], *(_dedent(line, item.column) for line in self.lines[item.start + 1 : item.end])])

    def _tree(self, tokens: list[Token]) -> list[Block]:
        root = Block("root", 0, len(self.lines))
        stack = [root]
        index = 0
        while index < len(tokens):
            token = tokens[index]
            index += 1
            name = token.type
            if name == "inline":
                if stack[-1].kind == "row":
                    stack[-1].cells.append(token.content)
                else:
                    stack[-1].text = token.content
                continue
            if name in ("list_item_close", "ordered_list_close", "bullet_list_close", "heading_close", "paragraph_close"):
                stack.pop()
                continue
            if name in ("table_close", "tr_close"):
                stack.pop()
                continue
            if token.map is None or name in ("thead_open", "tbody_open", "th_open", "td_open"):
                continue
            block = Block(_KINDS.get(name, "rule"), token.map[0], token.map[1], token.content)
            stack[-1].children.append(block)
            if block.kind == "heading":
                block.level = int(token.tag[1])
            elif name == "ordered_list_open":
                block.number = int(token.attrs.get("start", 1))
            elif block.kind == "item":
                block.number = int(token.info) if token.info else None
                outer = stack[-2] if len(stack) > 2 else root
                base = outer.column if outer.kind == "item" and outer.start == block.start else 0
                block.column = self._content_column(block.start, base)
            elif block.kind == "quote":
                index = _after(tokens, index, token.level)
                continue
            if token.nesting == 1:
                stack.append(block)
        return root.children

    def _content_column(self, number: int, base: int) -> int:
        line = self.lines[number]
        line = line.expandtabs(4) if "\t" in line else line
        marker = _MARKER.match(line, base)
        end = marker.end() if marker else base
        spaces = len(line) - end - len(line[end:].lstrip(" "))
        return end + (spaces if 1 <= spaces <= 4 and line[end:].strip() else 1)


_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
    "fence": "code",
    "code_block": "code",
    "html_block": "html",
}


def _nested(lines: list[str]) -> Iterator[str]:
    """The same lines, with bullets under "10." nested where they are indented as those under "9." are.

    CommonMark asks for four columns there; people count to three, and the bullets would stand beside the list.
    """
    column, missing, fenced = 0, 0, False
    for line in lines:
        fenced ^= line.startswith(("```", "~~~"))
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and (not indent or fenced):
            long = None if fenced else _LONG_NUMBER.match(line)
            column, missing = long.end() if long else 0, 0
        elif _BULLET.match(line) and indent < column and not missing:
            missing = column - indent
        yield " " * missing + line if line.strip() and indent else line


def _after(tokens: list[Token], index: int, level: int) -> int:
    """The place behind the token that closes what was opened at ``level``."""
    while tokens[index].level > level or tokens[index].nesting != -1:
        index += 1
    return index + 1


def _dedent(line: str, column: int) -> str:
    if not column or line.startswith(" " * column):
        return line[column:]
    indent = line[: len(line) - len(line.lstrip(" \t"))].expandtabs(4)
    return indent[column:] + line.lstrip(" \t")


def _joined(lines: list[str]) -> str:
    return "\n".join(line if line.strip() else "" for line in lines).strip()
