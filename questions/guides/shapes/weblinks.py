"""Links in guides that do not say what they lead to: their kind by host and sentence, and titles that can be read."""

import re
from urllib.parse import urlsplit

from questions.guides.document import Link
from questions.vocabulary import LinkKind

_SOCIAL = {
    "twitter.com", "x.com", "linkedin.com", "facebook.com", "fb.com", "fb.me", "instagram.com", "threads.net", "tiktok.com",
    "pinterest.com", "reddit.com", "discord.gg", "discord.com", "t.me", "telegram.me", "whatsapp.com", "wa.me", "mastodon.social",
    "bsky.app", "tumblr.com", "snapchat.com", "vk.com", "weibo.com", "slack.com",
}  # fmt: skip
_CHANNEL = re.compile(r"/(?:@|c/|channel/|user/)")
_MASTODON = re.compile(r"/@[\w.]+/?$")
_BADGES = ("shields.io", "badge.fury.io", "badgen.net", "travis-ci.org", "codecov.io", "hits.seeyoufarm.com")
_PROMISE = re.compile(r"\bquestions?\b|\bquestion[- ]banks?\b|\binterview (?:prep\w*|guides?|tips)\b", re.IGNORECASE)
_SHOUT = re.compile(
    r"(?:please )?(?:click|tap|see|read|visit|go|check)?\s*(?:out )?(?:here|this|more|link|this link|now)\b[\s!.:]*$"
    r"|click\b.*"
    r"|(?:(?:see|get|view|find|read|load|show) )?(?:many |even )?more(?: \w+)? questions.*|more\W*$|read more\W*$|link\W*$",
    re.IGNORECASE,
)


def is_web(url: str) -> bool:
    """Whether ``url`` leads out of the document to a page a person may want to read: no anchor, file, mail or badge."""
    if not url.lower().startswith(("http://", "https://")):
        return False
    return not host(url).endswith(_BADGES)


def host(url: str) -> str:
    """The host of ``url`` without "www.", or "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_social(url: str) -> bool:
    """Whether ``url`` is an account or a channel on a social network."""
    name = host(url)
    if name in ("youtube.com", "m.youtube.com"):
        return bool(_CHANNEL.search(url))
    parts = name.split(".")
    return any(".".join(parts[place:]) in _SOCIAL for place in range(len(parts) - 1)) or bool(_MASTODON.search(url))


def promises_questions(sentence: str) -> bool:
    """Whether the plain text around a link says that questions are to be found there."""
    return bool(_PROMISE.search(sentence))


def link(title: str, url: str, *, sentence: str, role: str, line: int, kind: LinkKind = LinkKind.OTHER) -> Link:
    """A resource for a link found in prose: social by its host, more questions if its ``sentence`` promises them."""
    if is_social(url):
        kind = LinkKind.SOCIAL
    elif kind == LinkKind.OTHER and promises_questions(sentence):
        kind = LinkKind.MORE
    title = title.strip(" :–—-")
    shouts = (title.isupper() and len(title.split()) > 1) or title.startswith(("http://", "https://"))
    if not any(map(str.isalnum, title)) or shouts or _SHOUT.fullmatch(title):
        title = f"More {role} questions at {host(url)}" if kind == LinkKind.MORE else host(url)
        title = " ".join(title.split())
    return Link(title, url, kind, line=line)
