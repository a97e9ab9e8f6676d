"""What a page is about, for machines: plain dicts in the words of schema.org, which ``{% json_ld %}`` writes.

They only repeat what the page shows, from rows its view has fetched already. A question is a ``Question`` on a page of ours
and not a ``QAPage``: nobody here asks or answers in public, and guidance on an answer is no accepted answer.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext

from questions import licence
from questions.markdown import to_text
from questions.models import Field, Group, Question, Role, RoleTitle, Topic

ONET = "https://www.onetonline.org/"
# What machines get at most of a long list or text, for the sake of the page's weight.
NAMES, CHARACTERS = 20, 300

Data = dict[str, Any]


def of_home(request: HttpRequest) -> Data:
    site, search = (request.build_absolute_uri(reverse(name)) for name in ("home", "search"))
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"},
        "query-input": "required name=words",
    }
    return _page({"@type": "WebSite", "name": "Prepsite", "url": site, "potentialAction": action})


def of_field(request: HttpRequest, field: Field) -> Data:
    return _page(_trail(request, field))


def of_group(request: HttpRequest, group: Group) -> Data:
    return _page(_trail(request, group.field, group))


def of_role(request: HttpRequest, role: Role, also_called: Iterable[RoleTitle]) -> Data:
    """``role`` with its group and field fetched."""
    occupation = {
        "@type": "Occupation",
        "name": role.title,
        "alternateName": [title.name for title in also_called][:NAMES],
        "description": role.summary or _short(to_text(role.description)),
        "occupationalCategory": _onet(role.onet_soc_code),
        "url": _address(request, role),
    }
    return _page(occupation, _trail(request, role.group.field, role.group, role))


def of_topic(request: HttpRequest, topic: Topic) -> Data:
    return _page(_trail(request, (gettext("Topics"), reverse("topics")), topic))


def of_role_topic(request: HttpRequest, role: Role, topic: Topic) -> Data:
    """``role`` with its group and field fetched."""
    here = (topic.name, reverse("role_topic", args=[role.slug, topic.slug]))
    return _page(_trail(request, role.group.field, role.group, role, here))


def of_question(request: HttpRequest, question: Question, trail: Iterable[Model]) -> Data:
    """``question`` with its topics fetched; ``trail`` leads to it where one way does."""
    asked = {
        "@type": "Question",
        "text": question.text,
        "eduQuestionType": "Open ended",
        "about": [
            {"@type": "DefinedTerm", "name": topic.name, "url": _address(request, topic)} for topic in question.topics.all()
        ],
        "creditText": question.source_name,
        "dateModified": question.updated_at.date().isoformat(),
        "license": licence.URL,
        "inLanguage": settings.CONTENT_LANGUAGE,
    }
    page = {
        "@type": "WebPage",
        "url": _address(request, question),
        "lastReviewed": question.reviewed_on and question.reviewed_on.isoformat(),
        "mainEntity": _said(asked),
    }
    steps = [*trail]
    return _page(page, _trail(request, *steps, (_short(question.text), question.get_absolute_url())) if steps else {})


def _page(*things: Data) -> Data:
    return {"@context": "https://schema.org", "@graph": [_said(thing) for thing in things if thing]}


def _said(thing: Data) -> Data:
    """``thing`` without what the bank does not know."""
    return {name: value for name, value in thing.items() if value}


def _trail(request: HttpRequest, *steps: Any) -> Data:
    """The way from the first page; a step is a thing with an address, or a name and a path."""
    named = [step if isinstance(step, tuple) else (str(step), step.get_absolute_url()) for step in steps]
    places = [
        {"@type": "ListItem", "position": number, "name": name, "item": request.build_absolute_uri(path)}
        for number, (name, path) in enumerate([(gettext("Home"), reverse("home")), *named], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": places}


def _address(request: HttpRequest, thing: Any) -> str:
    return request.build_absolute_uri(thing.get_absolute_url())


def _short(text: str) -> str:
    return Truncator(text).chars(CHARACTERS)


def _onet(code: str) -> Data:
    """The code of an occupation in the taxonomy of the US Department of Labor."""
    taxonomy = {"@type": "CategoryCodeSet", "name": "O*NET-SOC", "url": ONET}
    return {"@type": "CategoryCode", "codeValue": code, "inCodeSet": taxonomy} if code else {}
