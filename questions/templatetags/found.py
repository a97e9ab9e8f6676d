"""What a search found, marked."""

from django import template
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

from questions.markdown import to_text
from questions.models import Question
from questions.search import Query, marking

register = template.Library()


@register.simple_tag
def marked(text: object, query: Query | None) -> SafeString:
    """``{% marked role.title query %}``: the text, with what ``query`` found in it as ``<mark>``; without one, the text."""
    parts, rest = marking.marked(str(text), query) if query else ([], str(text))
    return format_html_join("", "{}<mark>{}</mark>", parts) + escape(rest)


@register.simple_tag
def guidance_found(question: Question, query: Query | None) -> str:
    """Where the words are not in the question itself: a line of the guidance that has one of them."""
    if not query or marking.has_one(question.text, query):
        return ""
    # Markdown is read only where a word is, as it stands there; most guidance has none.
    texts = (text for text in (question.purpose, question.points, question.pitfalls) if marking.has_one(text, query))
    return marking.excerpt(map(to_text, texts), query)
