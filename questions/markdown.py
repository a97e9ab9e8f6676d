"""The only place that turns text into HTML a page may show as it is.

Markdown is CommonMark with tables. Raw HTML is text, pictures are their alternative text (a page asks no third party for
anything), and what comes out passes a sanitiser, so that a fault in one layer is held by the other.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a"),
    *("h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "*": {"dir"}}
_BLOCKS_WITH_TEXT = {"paragraph_open", "heading_open", "bullet_list_open", "ordered_list_open", "table_open", "blockquote_open"}


@lru_cache(maxsize=4096)
def to_html(text: str, under: int = 2) -> SafeString:
    """``text`` (Markdown) as safe HTML whose headings stand below a heading of level ``under`` (1 to 5)."""
    renderer = _renderer()
    tokens = renderer.parse(text)
    _demote_headings(tokens, under)
    for token in tokens:
        if token.type in _BLOCKS_WITH_TEXT:
            token.attrSet("dir", "auto")
    html = renderer.renderer.render(tokens, renderer.options, {})
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="nofollow noopener"
    )
    return mark_safe(clean)  # noqa: S308 - sanitised on the line above


def to_text(text: str) -> str:
    """``text`` (Markdown) as plain text on one line, for lists and descriptions."""
    words = []
    for block in _renderer().parse(text):
        words += [" " if child.type in ("softbreak", "hardbreak") else child.content for child in block.children or ()]
        words += [" ", block.content if block.type in ("fence", "code_block") else "", " "]
    return " ".join("".join(words).split())


@cache
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    renderer.add_render_rule("image", _alternative_text)
    return renderer


def _alternative_text(self: RendererHTML, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    return nh3.clean_text(tokens[index].content)


def _demote_headings(tokens: list[Token], under: int) -> None:
    """Give the levels in use, highest first, the levels right below ``under``: no page gets a second h1 or skips a level."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(under + 1 + levels.index(token.tag), 6)}"
