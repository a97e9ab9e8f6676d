from itertools import groupby

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.caching.kept import kept
from questions.models import ResourceLink, Topic
from questions.vocabulary import LinkKind

from ..filters import ResourceFilter
from ..pages import page_of

LINKS_A_PAGE = 50


@kept("kind", "topic", "page")
def resources(request: HttpRequest) -> HttpResponse:
    asked = ResourceFilter.read(request.GET)
    topics = Topic.objects.with_links().alphabetical()
    topic = next((topic for topic in topics if topic.slug == asked.get("topic")), None)
    links = ResourceLink.objects.published()
    if topic:
        links = links.about(topic)
    counts = dict(links.order_by().values_list("kind").annotate(Count("pk")))
    kind = LinkKind(asked["kind"]) if "kind" in asked else None
    if kind:
        links = links.filter(kind=kind)
    page = page_of(request, links.by_kind().with_topics(), LINKS_A_PAGE)
    context = {
        "topics": topics,
        "topic": topic,
        "kind": kind,
        "kind_counts": [(word, counts[word]) for word in LinkKind if word in counts],
        "total": sum(counts.values()),
        "filters": asked,
        "page": page,
        "links": [(LinkKind(word).label, list(group)) for word, group in groupby(page, key=lambda link: link.kind)],
    }
    return render(request, "resources.html", context)
