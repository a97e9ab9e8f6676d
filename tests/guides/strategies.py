"""Made-up guides for property tests: any script, and text that looks like the format's own marks."""

from hypothesis import strategies as st

from questions.guides.document import AltTitle, Guide, Link, Provenance, Question, Review
from questions.guides.tidy import tidy
from questions.vocabulary import Kind, Level, LinkKind, Source, Status, TitleKind

_LOOK_ALIKES = [
    *(
        "#",
        "# ",
        "## Questions",
        "## ",
        "-",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "`",
        "```",
        "~~~",
        "<",
        "<div>",
        "<!--",
        "<script>",
        "&",
    ),
    *(
        "&amp;",
        ":",
        "Purpose: x",
        "- Points: y",
        "Kind: general",
        "---",
        "===",
        "***",
        "_",
        "__",
        "*",
        "**",
        "[",
        "]",
        "](",
        "![",
    ),
    *(
        "[a](http://b.c)",
        "[x]: http://y.z",
        "\\",
        "\\\\",
        "|",
        "| a | b |",
        "|---|---|",
        "> ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "  \n",
    ),
    *(
        "(",
        ")",
        ",",
        "\\,",
        ";",
        "–",
        " – ",
        "http://x.org",
        "é",
        "Как",
        "どうやって",
        "كيف",
        "怎么",
        "“",
        "’",
        "🚀",
        "\u200d",
        "\u00a0",
    ),
    *("\u2028", "\x85", "\r", "\x00", "\ud800", "\ufeff", "\ufffe", "null", "true", "2026-01-01", "25-4022.00", "by ", "(x)"),
    *("imported", "{", "}", "%", "!", "?", "$", "@", "'", '"', "0", "...", "What is a topic?", "Tell me about a time"),
    *("<details>", "</details>", "Q: ", "A: ", "Status: draft", "## The interview", "## Resources", "format: 1"),
]

texts = st.one_of(
    st.text(max_size=12),
    st.lists(st.one_of(st.sampled_from(_LOOK_ALIKES), st.text(max_size=3)), max_size=8).map("".join),
)
names = texts.map(lambda text: f"{text}x" if not text.strip() else text)
lists = st.lists(texts, max_size=2)
provenances = st.builds(Provenance, kind=st.sampled_from(["", *Source]), name=texts)
reviews = st.builds(Review, on=st.none() | st.dates(), by=texts)
statuses = st.sampled_from(list(Status))
urls = st.one_of(
    st.just("https://example.org"),
    texts.map(lambda text: f"http://example.org/{text}"),
    texts.map(lambda text: f"https://a.b?{text}&amp;c=1"),
)

questions = st.builds(
    Question,
    text=texts,
    kind=st.sampled_from(["", *Kind]),
    section=texts,
    topics=lists,
    purpose=texts,
    points=texts,
    follow_ups=lists,
    pitfalls=texts,
    benchmarks=st.dictionaries(st.sampled_from(list(Level)), texts, max_size=2),
    source=provenances,
    review=reviews,
    status=statuses,
)
links = st.builds(Link, title=texts, url=urls, kind=st.sampled_from(list(LinkKind)), note=texts, topics=lists, status=statuses)


def _with_a_title(guide: Guide) -> Guide:
    if guide.roles is None and not guide.title:
        guide.title = "A title"
    return guide


guides = (
    st.builds(
        Guide,
        title=texts,
        field=texts,
        group=texts,
        slug=texts,
        former_slugs=lists,
        also_called=st.lists(st.builds(AltTitle, name=texts, kind=st.sampled_from(list(TitleKind))), max_size=2),
        onet_soc_code=texts,
        featured=st.booleans(),
        summary=texts,
        description=texts,
        interview=texts,
        status=statuses,
        review=reviews,
        source=provenances,
        roles=st.none() | lists,
        questions=st.lists(questions, max_size=3),
        links=st.lists(links, max_size=2),
    )
    .map(tidy)
    .map(_with_a_title)
)
