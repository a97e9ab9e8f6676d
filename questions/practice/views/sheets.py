"""Prep sheets: the questions of a role, of a topic, or of a list picked by hand, on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from questions.browse.finding import find, keeps_addresses
from questions.browse.outline import Outline, Section
from questions.browse.pages import page_of
from questions.browse.stretches import stretch_about
from questions.caching.kept import kept
from questions.models import Question, Role, Topic
from questions.vocabulary import Kind

from ..picking import MOST_ON_A_SHEET, picks_of, questions_of, sheet_of
from ..printing import foot_of
from ..sheet_filter import KindSheetFilter, SheetFilter

# A story in four parts answers the other kinds; these get plain lines.
PLAIN_LINES = (Kind.KNOWLEDGE, Kind.MOTIVATIONAL, Kind.TO_ASK)


@kept("kind", "lines", "large", "guidance", "page")
@keeps_addresses
def role_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.select_related("group__field"), slug)
    asked = KindSheetFilter.read(request.GET)
    outline = Outline(role, kind=asked.get("kind", ""))
    page = page_of(request, outline.places, MOST_ON_A_SHEET)
    context = {
        "trail": [role.group.field, role.group, role],
        "subject": role,
        "kinds": [kind for kind, _ in outline.kind_counts],
        "page": page,
        "total": page.paginator.count,
        "sections": outline.sections_between(page.start_index() - 1, page.end_index()) if page else [],
    }
    return _sheet(request, asked, context)


@kept("kind", "lines", "large", "guidance", "older")
@keeps_addresses
def topic_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    topic = find(Topic.objects.public(), slug)
    asked = KindSheetFilter.read(request.GET)
    questions = Question.objects.published()
    if "kind" in asked:
        questions = questions.filter(kind=asked["kind"])
    stretch = stretch_about(topic, questions, MOST_ON_A_SHEET, older=request.GET.get("older"))
    context = {
        "trail": [topic],
        "subject": topic,
        "kinds": list(Kind),
        "stretch": stretch,
        "total": questions.about(topic).count() if "kind" in asked else topic.question_count,
        "sections": _without_heading(questions_of(stretch.keys)),
    }
    return _sheet(request, asked, context)


@kept("lines", "large", "guidance", passing=["q"])
def sheet(request: HttpRequest) -> HttpResponse:
    picks = picks_of(request.GET)
    asked = SheetFilter.read(request.GET)
    if len(request.GET.getlist("q")) > 1:
        # As boxes that were ticked send it: on to the address that people share.
        return HttpResponseRedirect(sheet_of(picks, asked))
    questions = questions_of(picks)
    context = {
        "picked": ",".join(str(question.pk) for question in questions),
        "total": len(questions),
        "left_out": len(picks) - len(questions),
        "sections": _without_heading(questions),
    }
    return _sheet(request, asked, context)


def _without_heading(questions: list[Question]) -> list[Section]:
    return [Section(None, first=0, questions=questions)] if questions else []


def _sheet(request: HttpRequest, asked: dict[str, str], context: dict[str, Any]) -> HttpResponse:
    """The page; ``context`` holds what is on the sheet, ``asked`` how it shall look."""
    picked = {"q": context["picked"]} if context.get("picked") else {}
    page, stretch = context.get("page"), context.get("stretch")
    number: dict[str, object] = {"page": page.number} if page and page.number > 1 else {}
    if stretch and stretch.older:
        number = {"older": stretch.older}
    context |= {
        "filters": asked,
        "looks": {name: value for name, value in asked.items() if name in SheetFilter.base_fields},
        "kind": Kind(asked["kind"]) if "kind" in asked else None,
        "most": MOST_ON_A_SHEET,
        "plain_lines": PLAIN_LINES,
        "foot": foot_of(request, picked | asked | number),
    }
    return render(request, "practice/sheet.html", context)
