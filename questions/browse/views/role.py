"""A role, and a role's questions about one topic."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept
from questions.caching.questions import opened
from questions.models import ResourceLink, Role, RoleTitle, Topic
from questions.models.prepared import Prepared
from questions.vocabulary import Kind, LinkKind

from .. import linked_data
from ..contents import contents_of
from ..filters import QuestionFilter
from ..finding import find, keeps_addresses, only
from ..neighbours import neighbours_of
from ..outline import Outline, questions_at
from ..pages import page_of

QUESTIONS_A_PAGE = 50
NEIGHBOURS_A_SIDE = 3
LINKS = 60

ROLE = Prepared(lambda slug: Role.objects.select_related("group__field").filter(slug=slug), slug=str)
TITLES = Prepared(lambda role: RoleTitle.objects.filter(role=role), role=int)
WORTH_READING = Prepared(
    lambda role: ResourceLink.objects.published().for_role(role).only("title", "url", "note", "kind")[:LINKS], role=int
)


@kept("kind", "page")
@keeps_addresses
def role(request: HttpRequest, slug: str) -> HttpResponse:
    role = only(ROLE(slug=slug), slug)
    asked = QuestionFilter.read(request.GET)
    outline = Outline(role, kind=asked.get("kind", ""))
    page = page_of(request, outline.places, QUESTIONS_A_PAGE)
    also_called = TITLES(role=role.pk)
    context = {
        "role": role,
        "trail": [role.group.field, role.group],
        "also_called": also_called,
        "linked_data": linked_data.of_role(request, role, also_called),
        "outline": outline,
        "kind": _kind(asked),
        "contents": contents_of(outline.sections, page, asked),
        "sections": outline.sections_between(page.start_index() - 1, page.end_index(), opened) if outline.places else [],
        "filters": asked,
        "page": page,
        "links": _by_kind(WORTH_READING(role=role.pk)),
        "neighbours": neighbours_of(role, NEIGHBOURS_A_SIDE),
    }
    return render(request, "role.html", context)


@kept("kind", "page")
@keeps_addresses
def role_topic(request: HttpRequest, slug: str, topic_slug: str) -> HttpResponse:
    role = only(ROLE(slug=slug), slug)
    topic = find(Topic.objects.all(), topic_slug, "topic_slug")
    asked = QuestionFilter.read(request.GET)
    outline = Outline(role, topic=topic, kind=asked.get("kind", ""))
    if not outline.on_topic_total:
        raise Http404(f"{role} has no questions about {topic}")
    page = page_of(request, outline.places, QUESTIONS_A_PAGE)
    context = {
        "role": role,
        "topic": topic,
        "trail": [role.group.field, role.group, role],
        "linked_data": linked_data.of_role_topic(request, role, topic),
        "outline": outline,
        "kind": _kind(asked),
        "questions": questions_at(list(page), opened),
        "filters": asked,
        "page": page,
    }
    return render(request, "role_topic.html", context)


def _kind(asked: dict[str, str]) -> Kind | None:
    return Kind(asked["kind"]) if "kind" in asked else None


def _by_kind(links) -> list[tuple[str, list[ResourceLink]]]:
    order = list(LinkKind)
    ordered = sorted(links, key=lambda link: order.index(LinkKind(link.kind)))
    return [(LinkKind(kind).label, list(group)) for kind, group in groupby(ordered, key=lambda link: link.kind)]
