"""Resources: enough of them for each role, each with an address that can be one, a kind and a sentence, the same everywhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from questions.guides.document import Link
from questions.lint.bank import Bank
from questions.lint.findings import Finding
from questions.normal import url_key
from questions.vocabulary import LinkKind

RULE = "links"

# Set aside for examples (RFC 2606 and RFC 6761): no page will ever be there.
_NOWHERE = (".example", ".invalid", ".test", ".localhost")


def check(bank: Bank) -> Iterator[Finding]:
    first: dict[str, Link] = {}
    for entry in bank.entries:
        links = entry.guide.links
        if not entry.is_shared and len(links) < bank.limits.resources:
            yield Finding(entry.path, 1, RULE, f"the role has {len(links)} resources; find {bank.limits.resources} or more")
        for link in links:
            for fault in (*_faults(link), *_other_words(link, first)):
                yield Finding(entry.path, link.line, RULE, f"the link “{link.title}” {fault}")


def _other_words(link: Link, first: dict[str, Link]) -> Iterator[str]:
    """The bank keeps an address once, with the words of the guide it met first, for all roles that name it."""
    known = first.setdefault(link.url.rstrip("/"), link)
    if (known.title, known.note) != (link.title, link.note):
        yield f"stands in another guide as “{known.title} – {known.note}”; one address has one title and one sentence for all"


def _faults(link: Link) -> Iterator[str]:
    if link.kind == LinkKind.OTHER:
        yield "has no kind; write “- Kind: association” or another one"
    if not link.note.rstrip().endswith((".", "!", "?")):
        yield "has no sentence that says what it is good for; end it with a full stop"
    try:
        url_key(link.url)
    except ValueError:
        yield "has no http or https address"
        return
    host = urlsplit(link.url).hostname or ""
    if "." not in host or host.endswith(_NOWHERE) or host.endswith(("example.com", "example.org", "example.net")):
        yield f"leads to “{host}”, where there can be no page"
    if any(mark.isspace() for mark in link.url):
        yield "has white space in its address"
