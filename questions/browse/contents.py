"""The contents of a role's page: its headings, to jump to."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page

from questions.models import Topic

from .outline import Section


class Line(NamedTuple):
    """A heading (None: the other questions) with its ``address``, its number of questions, and the percent of a full bar."""

    address: str
    topic: Topic | None
    total: int
    width: int


def contents_of(sections: list[Section], page: Page, asked: dict[str, str]) -> list[Line]:
    """A line for each of ``sections`` as ``page`` shows them, one of the pages that ``asked`` leads to.

    Made here and not in the template, where each was nine nodes: a role may have fifty.
    """
    most = max((section.total for section in sections), default=0)
    return [
        Line(_link(section, page, asked), section.topic, section.total, round(100 * section.total / most)) for section in sections
    ]


def _link(section: Section, page: Page, asked: dict[str, str]) -> str:
    number = section.first // page.paginator.per_page + 1
    query = "" if number == page.number else f"?{urlencode(asked | {'page': str(number)})}"
    return f"{query}#{section.anchor}"
