"""From a field down to its roles, and all roles from A to Z."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept
from questions.models import Field, Group, Role, Topic
from questions.search import search

from .. import linked_data, rows
from ..filters import RoleFilter
from ..finding import find, keeps_addresses
from ..pages import by_letter, counted_page_of, page_of

GROUPS_A_PAGE = 20
ROLES_OF_A_GROUP = 30
ROLES_A_PAGE = 100


@kept("page")
@keeps_addresses
def field(request: HttpRequest, slug: str) -> HttpResponse:
    field = find(Field.objects.public(), slug)
    groups = Group.objects.public().filter(field=field).with_first_roles(ROLES_OF_A_GROUP)
    context = {
        "field": field,
        "linked_data": linked_data.of_field(request, field),
        "page": page_of(request, groups, GROUPS_A_PAGE),
        "filters": {},
    }
    return render(request, "field.html", context)


@kept("page")
@keeps_addresses
def group(request: HttpRequest, slug: str) -> HttpResponse:
    group = find(Group.objects.public().select_related("field"), slug)
    roles = Role.objects.published().filter(group=group).with_question_count().alphabetical()
    context = {
        "group": group,
        "trail": [group.field],
        "linked_data": linked_data.of_group(request, group),
        "page": counted_page_of(request, roles, ROLES_A_PAGE),
        "filters": {},
    }
    return render(request, "group.html", context)


@kept("field", "topic", "page", passing=["q"])
def roles(request: HttpRequest) -> HttpResponse:
    asked = RoleFilter.read(request.GET)
    query = asked.get("q", "")
    fields = Field.objects.public()
    field = next((field for field in fields if field.slug == asked.get("field")), None)
    topic = Topic.objects.filter(slug=asked["topic"]).first() if "topic" in asked else None
    found = Role.objects.published()
    if field:
        found = found.filter(group__field=field)
    if topic:
        found = found.about(topic)
    if query:
        page = page_of(request, search(query).roles.among(found).read_from(rows.ROLES), ROLES_A_PAGE)
    else:
        page = counted_page_of(request, found.select_related("group").with_question_count().alphabetical(), ROLES_A_PAGE)
    context = {
        "fields": fields,
        "field": field,
        "topic": topic,
        "query": query,
        "filters": asked,
        "page": page,
        "letters": [] if query else by_letter(page, "title_key"),
    }
    return render(request, "roles.html", context)
