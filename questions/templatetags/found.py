"""What a search found, marked."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from questions.markdown import to_text
from questions.models import Question
from questions.search import Query, marking

register = template.Library()


@register.simple_tag
def marked(text: object, query: Query | None) -> SafeString:
    """``{% marked role.title query %}``: the text, with what ``query`` found in it as ``<mark>``; without one, the text."""
    parts = marking.marked(str(text), query) if query else [(str(text), False)]
    return format_html_join("", "{}", ((format_html("<mark>{}</mark>", part) if found else part,) for part, found in parts))


@register.simple_tag
def guidance_found(question: Question, query: Query | None) -> str:
    """Where the words are not in the question itself: a line of the guidance that has one of them."""
    if not query or any(found for _part, found in marking.marked(question.text, query)):
        return ""
    return marking.excerpt((to_text(text) for text in (question.purpose, question.points, question.pitfalls) if text), query)
