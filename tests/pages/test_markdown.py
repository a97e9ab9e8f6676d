"""Text becomes HTML that fits the page. That it can do no harm stands in tests/security/test_attacks_on_texts.py."""

import pytest
from justhtml import JustHTML

from questions.markdown import to_html, to_text


def test_markdown_is_paragraphs_lists_emphasis_code_and_tables():
    assert to_html("One *fine*\n\n- **point**") == (
        '<p dir="auto">One <em>fine</em></p>\n<ul dir="auto">\n<li><strong>point</strong></li>\n</ul>\n'
    )
    assert "<td>1</td>" in to_html("| a |\n|---|\n| 1 |")


def test_raw_html_is_shown_as_it_was_typed():
    assert to_html("<b>loud</b>") == '<p dir="auto">&lt;b&gt;loud&lt;/b&gt;</p>\n'


def test_links_lend_no_reputation_and_no_window():
    assert to_html("[a](https://example.org)") == (
        '<p dir="auto"><a href="https://example.org" rel="nofollow noopener">a</a></p>\n'
    )


def test_pictures_become_their_alternative_text():
    assert to_html("![a <b> map](https://example.org/map.png)") == '<p dir="auto">a &lt;b&gt; map</p>\n'


@pytest.mark.parametrize(
    ("text", "under", "headings"),
    [
        ("# One\n\n## Two", 2, ["h3", "h4"]),
        ("### Deep\n\n##### Deeper", 2, ["h3", "h4"]),
        ("# One", 4, ["h5"]),
        ("# 1\n## 2\n### 3\n#### 4", 4, ["h5", "h6", "h6", "h6"]),
    ],
)
def test_headings_stand_below_the_heading_of_their_place(text: str, under: int, headings: list[str]):
    found = JustHTML(to_html(text, under), fragment=True, sanitize=False)
    assert [element.name for element in found.query("h1, h2, h3, h4, h5, h6")] == headings


def test_the_result_is_safe_to_show_and_other_text_is_not():
    assert hasattr(to_html("x"), "__html__")


def test_plain_text_has_the_words_and_none_of_the_marks():
    assert to_text("# A *fine*\n\n- [place](https://example.org)\n- `code`\n\n    indented\n") == "A fine place code indented"
    assert to_text("one  \ntwo\nthree") == "one two three"


def test_no_space_comes_between_emphasis_and_a_full_stop():
    assert to_text("One **change**.") == "One change."
