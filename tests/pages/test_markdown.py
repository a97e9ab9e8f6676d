"""Text becomes HTML that can do no harm and fits the page."""

import pytest
from justhtml import JustHTML

from questions.markdown import to_html, to_text

SAFE_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](java\nscript:alert(1))",
    "[click](&#106;avascript:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click](vbscript:msgbox(1))",
    '[click](https://example.org "onmouseover=alert(1)")',
    '[a](https://example.org/"onmouseover="alert(1))',
    "![x](https://evil.example/pixel.png)",
    '![" onerror="alert(1)](x)',
    "<javascript:alert(1)>",
    '<a href="https://example.org" onclick="alert(1)" style="color:red">x</a>',
    "<style>body{display:none}</style>",
    "<iframe src=//evil.example></iframe>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "`<script>` <!-- comment --> <![CDATA[x]]> <?php ?>",
    "```html\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "| <script> |\n|:---:|\n| <img src=x onerror=alert(1)> |",
    "[ref]: javascript:alert(1)\n\n[ref]",
    "</dd></dl></details><h1>mine</h1>",
    "\0<scr\0ipt>alert(1)</script>",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_come_out_as_harmless_elements(text: str):
    elements = JustHTML(to_html(text), fragment=True, sanitize=False).query("*")
    assert elements
    for element in elements:
        assert element.name in SAFE_TAGS
        assert set(element.attrs) <= {"href", "rel", "title", "dir", "start"}
        assert element.attrs.get("href", "https:").startswith(("https:", "http:", "mailto:", "/"))


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
