"""Whatever somebody writes in Markdown comes out as words: sanitised once, in questions/markdown.py."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML
from markdown_it import MarkdownIt

from questions import markdown
from questions.markdown import to_html

from .attacks import ATTACKS

TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"href", "rel", "title", "dir", "start"}
LEADS_TO = ("https:", "http:", "mailto:", "/", "#", "?")


def dangers_of_text(html: str) -> list[str]:
    """What of ``html`` no text of ours may hold."""
    found = []
    for element in JustHTML(html, fragment=True, sanitize=False).query("*"):
        link = element.attrs.get("href", "https:") or ""
        if element.name not in TAGS or not set(element.attrs) <= ATTRIBUTES:
            found.append(f"<{element.name} {element.attrs}>")
        # Without a scheme it is an address of this site, where nothing is done by looking.
        if re.match(r"[\s\x00-\x20]*[a-z][a-z0-9+.\s-]*:", link, re.IGNORECASE) and not link.startswith(LEADS_TO):
            found.append(link)
    return found


def test_the_collection_is_one():
    assert len(ATTACKS) == len(set(ATTACKS)) > 90
    assert all(isinstance(text, str) for text in ATTACKS)


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_comes_out_as_harmless_elements(text: str):
    html = to_html(text)
    assert dangers_of_text(html) == []
    assert html.strip()


@pytest.mark.parametrize("text", ATTACKS)
def test_the_sanitiser_holds_alone(monkeypatch: pytest.MonkeyPatch, text: str):
    careless = MarkdownIt("commonmark", {"html": True}).enable("table")
    careless.validateLink = lambda url: True  # type: ignore[method-assign]
    monkeypatch.setattr(markdown, "_renderer", lambda: careless)
    assert dangers_of_text(to_html.__wrapped__(text)) == []


@pytest.mark.parametrize("text", ATTACKS)
def test_without_it_there_would_be_nothing_to_run_either(monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setattr(markdown.nh3, "clean", lambda html, **rules: html)
    for element in JustHTML(to_html.__wrapped__(text), fragment=True, sanitize=False).query("*"):
        assert element.name in TAGS
        assert not any(name.startswith("on") for name in element.attrs)
        assert not (element.attrs.get("href") or "").lower().startswith(("javascript:", "vbscript:", "data:", "file:"))


@given(st.lists(st.sampled_from(ATTACKS) | st.sampled_from(["\n\n", " ", "\n> ", "`", "**", "\n- ", "&", "\\", '"', "<", "]("])))
def test_attacks_in_any_order_and_mixed_with_marks_do(parts: list[str]):
    assert dangers_of_text(to_html("".join(parts))) == []


MARKUP = st.text(alphabet="<>/=\"'&;:()[]!`*_#|\\ \n\tahrefscriptonx\x00\u2028")


@given(st.text() | MARKUP)
def test_any_text_does(text: str):
    assert dangers_of_text(to_html(text)) == []


@given(MARKUP)
def test_what_is_safe_once_is_the_same_when_it_is_read_and_written_again(text: str):
    """A browser reads what we wrote, and not what we meant: both must be the same tree (else a mutation could hide in it)."""
    once = JustHTML(to_html(text), fragment=True, sanitize=False)
    again = JustHTML(once.to_html(pretty=False), fragment=True, sanitize=False)
    assert again.to_html(pretty=False) == once.to_html(pretty=False)
