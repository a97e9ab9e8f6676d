"""What a page is about, said to machines: JSON-LD in the words of schema.org."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# JSON inside HTML: no text may end the element or open a comment. These stay the same characters to a JSON reader.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", ord("\u2028"): "\\u2028", ord("\u2029"): "\\u2029"}


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """``data`` as a block of JSON-LD. It is data: no browser runs it, and the page's policy has nothing to allow."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped above
