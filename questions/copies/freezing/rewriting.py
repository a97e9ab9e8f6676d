"""A page as it stands in a copy: links relative, and nothing offered that takes a server which is not there.

Our own pages are valid and quote every attribute (tests hold that), so elements can be told by their tags alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

TAG = re.compile(r'<(/?)([a-z][a-z0-9-]*)((?:[^<>"]|"[^"]*")*)>', re.IGNORECASE)
LINK = re.compile(r'(?<=\s)(href|src|action)="([^"]*)"')
VOID = {"link", "meta", "img", "input", "br", "hr", "source"}
# What stands for something that was taken out, until its surroundings are tidied.
HOLE = "\x00"
EMPTIED = re.compile(rf"<(p|li|ul|ol|nav|div|span|section)\b(?:[^<>\"]|\"[^\"]*\")*>[\s{HOLE}]*{HOLE}[\s{HOLE}]*</\1>")
SEPARATOR = re.compile(rf"\s*·\s*{HOLE}")
LINKED_DATA = 'type="application/ld+json"'
# A full address where there is none to give.
NOWHERE = "http://copy.invalid"
PRINTED = re.compile(rf"\s*·\s*<bdi[^>]*>{re.escape(NOWHERE)}[^<]*</bdi>")


@dataclass(frozen=True, slots=True)
class Rules:
    """``place`` gives what a link of the page is to become, or None if nothing is there; ``live`` the address of the page on a
    server that answers forms, if there is one."""

    place: Callable[[str], str | None]
    live: str | None


def rewrite(html: str, rules: Rules) -> str:
    html = PRINTED.sub("", html)
    out: list[str] = []
    at = 0
    leaving, depth = "", 0  # the element that is being taken out, and how many of its name are open
    for tag in TAG.finditer(html):
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        if depth:
            if name == leaving:
                depth += -1 if closing else 1
                at = tag.end()
            continue
        if closing or not attributes:
            continue
        changed = _changed(name, attributes, html[tag.end() : tag.end() + 4000], rules)
        if changed == attributes:
            continue
        out.append(html[at : tag.start()])
        at = tag.end()
        if changed is None:
            out.append(HOLE)
            leaving, depth = name, 0 if name in VOID else 1
        else:
            out.append(f"<{tag[2]}{changed}>")
    out.append(html[at:])
    return _tidy("".join(out))


def _changed(name: str, attributes: str, following: str, rules: Rules) -> str | None:
    """The attributes as they are to be, or None if the element has to go."""
    if name == "script":
        return _script(attributes, following, rules)
    if " data-live" in attributes and rules.live is None:
        return None
    if name == "form":
        return _form(attributes, rules)
    if f'="{NOWHERE}' in attributes:
        return None
    gone = False

    def linked(link: re.Match[str]) -> str:
        nonlocal gone
        place = rules.place(unescape(link[2]))
        gone = gone or place is None
        return f'{link[1]}="{escape(place or "")}"'

    changed = LINK.sub(linked, attributes)
    return None if gone else changed


def _script(attributes: str, following: str, rules: Rules) -> str | None:
    if LINKED_DATA in attributes:
        data = following.partition("</script>")[0]
        return None if NOWHERE in data or (rules.live is None and "SearchAction" in data) else attributes
    # These ask the server for something, and no other site's server may be asked.
    if " data-live" in attributes:
        return None
    # Browsers load no modules from a disk; wrapped (assets.py), ours do the same as plain scripts.
    attributes = attributes.replace('type="module"', "defer")
    return LINK.sub(lambda link: f'{link[1]}="{escape(rules.place(unescape(link[2])) or "")}"', attributes)


def _form(attributes: str, rules: Rules) -> str | None:
    if rules.live is None:
        return None
    if " action=" not in attributes:
        return f'{attributes} action="{escape(rules.live)}"'
    live = rules.live
    return LINK.sub(lambda link: f'{link[1]}="{escape(rules.place(unescape(link[2])) or live)}"', attributes)


def _tidy(html: str) -> str:
    if HOLE not in html:
        return html
    html = SEPARATOR.sub(HOLE, html)
    before = ""
    while html != before:
        before, html = html, EMPTIED.sub(HOLE, html)
    return html.replace(HOLE, "")
