"""Prose that says nothing about a role: greetings, promises and calls that whole collections of guides share."""

import re

from questions.guides.patterns import any_of

# What a paragraph begins with, in lower case, and what that makes it. For plain text or Markdown.
_BEGINS = {
    "a welcome": r"""
        welcome to\b|hello (?:and|there)\b
        thank(?:s| you) for (?:visiting|reading|checking)
        """,
    "a promise to the reader": r"""
        whether you(?:['’]re| are) (?:an? |just |already )?.{0,80}\b(?:or\b|starting|looking|preparing)
        (?:this|the|our) _DOCUMENT (?:is|was|has been|aims?|provides?|contains?|offers?|covers?|includes?|will|helps?)\b
        (?:in this|use this) _DOCUMENT\b
        (?:here|below) (?:is|are|you(?:['’]ll| will) find)\b.{0,120}\bquestions\b
        we(?:['’]ve| have) (?:curated|compiled)\b
        (?:get ready|prepare) to (?:ace|shine|succeed|impress)
        """,
    "an invitation to follow": r"""
        (?:stay|keep) (?:updated|connected|tuned|in touch|informed|up to date)\b
        connect with (?:us|me)\b|subscribe\b|follow (?:us|me)\b
        join (?:us|our|the) .{0,60}\b(?:community|newsletter|discord|group|channel)
        (?:don['’]t forget to )?(?:star|share|fork) this\b
        """,
    "an advertisement": r"""
        (?:ready|want|looking|eager) to (?:elevate|boost|advance|take|ace|land|level|upgrade|kickstart|transform|learn more)\b
        for (?:an? )?(?:extensive|more|additional|further|complete|full|comprehensive)\b.{0,160}\b(?:visit|check|see|go to|head)\b
        (?:visit|check out|head (?:over )?to|go to|try|download|sign up|get)\b.{0,120}\b(?:now|today|first step|for free
            |career|successful)\b
        (?:visit|check out|head (?:over )?to|go to|see)\b.{0,120}\bmore (?:questions|resources)\b
        sponsored\b|(?:advertisement|ad)\b\W*(?:$|:)|made with (?:love|❤)|click here\b|powered by\b
        """,
    "a wish": r"""
        good luck\b|best of luck\b|all the best\b
        happy (?:interviewing|preparing|learning|coding)\b
        """,
    "a word on the document itself": r"""
        (?:contributions?|pull requests?|prs?)\b.{0,40}\b(?:welcome|accepted)
        feel free to (?:contribute|open|submit|fork|share|add)\b
        (?:this (?:project|work|repository|repo) is )?licen[sc]ed? under\b
        copyright\b|©|all rights reserved|disclaimer\b
        \W*back to (?:the )?top\b
        (?:last )?updated:?\s|table of contents\b
        """,
}
# What gives a paragraph away further in.
_SAYS = {
    "a promise to the reader": r"""
        we(?:['’]ve| have) (?:\w+ )?(?:curated|compiled|collected|gathered|prepared|put together|assembled|created)\b
        (?:ace|nail|crack) (?:your|the|any|that) .{0,60}\binterviews?\b
        """,
    "an invitation to follow": r"""
        follow (?:us|me) on\b
        subscribe to (?:our|my|the)\b
        give (?:it|this) .{0,20}\bstar\b
        """,
    "an advertisement": r"""
        take the (?:first|next) step towards?\b
        (?:promo|coupon|discount) code\b|buy (?:me|us) a coffee\b
        """,
}
_DOCUMENT = r"(?:resource|repository|repo|guide|document|page|article|collection|list|post|compilation)"


def _compiled(table: dict[str, str], front: str) -> re.Pattern[str]:
    """One pattern for a whole table; its groups tell the entries apart."""
    entries = "|".join(f"(?P<r{place}>{any_of(lines)})" for place, lines in enumerate(table.values()))
    return re.compile(f"{front}(?:{entries})".replace("_DOCUMENT", _DOCUMENT))


_START = _compiled(_BEGINS, "")
# A blank at the front, and no regard to case in the pattern, are what makes a search fast.
_INSIDE = _compiled(_SAYS, " ")
# Only the beginning of a paragraph shows what it is; a long one on the role may well mention interviews further down.
_LOOKED_AT = 300


def reason(text: str) -> str:
    """What kind of boilerplate a paragraph is, in words for a report, or "" for one that is none."""
    text = text[:_LOOKED_AT].lower().lstrip(" *_#>!")
    if match := _START.match(text):
        return list(_BEGINS)[int((match.lastgroup or "r0")[1:])]
    if match := _INSIDE.search(f" {text}"):
        return list(_SAYS)[int((match.lastgroup or "r0")[1:])]
    return ""
