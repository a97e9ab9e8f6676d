"""Pages beside a topic's own: rename it, merge topics, split one. What they do is in questions.editorial.topics."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import Fieldset
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.editorial.topics import merging, renaming, splitting
from questions.editorial.topics.moving import Moved
from questions.models import Question, ResourceLink, Topic, TopicAlias

from .choices import LONGEST_KEY
from .inbox_actions import link_to
from .links import list_link, plural
from .topic_forms import MergeForm, RenameForm, SplitForm

MOST_MERGED = 50
MOST_SHOWN = 50  # texts that would go
MOST_OFFERED = 1_000  # names, while one is typed


def urls(admin: Any) -> list[URLPattern]:
    """The table of these pages, for ``TopicAdmin.get_urls``."""

    def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
        return path(route, admin.admin_site.admin_view(partial(view, admin)), name=f"questions_topic_{name}")

    return [
        page("merge/", merge_view, "merge"),
        page("<int:key>/rename/", rename_view, "rename"),
        page("<int:key>/split/", split_view, "split"),
    ]


def rename_view(admin: Any, request: HttpRequest, key: int) -> HttpResponse:
    topic = get_object_or_404(Topic, pk=key)
    if not admin.has_change_permission(request, topic):
        raise PermissionDenied
    form = RenameForm(request.POST or None, initial={"name": topic.name})
    if form.is_valid():
        old = topic.name
        try:
            renaming.rename(topic, form.cleaned_data["name"], by=request.user)
        except ValidationError as error:
            form.add_error("name", _told(error, topic, admin.has_merge_permission(request)))
        else:
            said = format_html("Renamed “{}” to “{}”. Its address is now {}.", old, link_to(topic), topic.get_absolute_url())
            return _done(admin, request, topic, said)
    return _render(admin, request, "rename", form, f"Rename “{topic}”", topic=topic)


def merge_view(admin: Any, request: HttpRequest) -> HttpResponse:
    if not admin.has_merge_permission(request):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    topics = _chosen(asked.getlist("topic"))
    if not topics:
        admin.message_user(request, "These topics are gone, or none was chosen. Choose topics to merge.", messages.WARNING)
        return HttpResponseRedirect(reverse("admin:questions_topic_changelist"))
    form = MergeForm(request.POST or None, topics=topics)
    if form.is_valid():
        into = form.cleaned_data["into"]
        gone = [topic for topic in topics if topic != into]
        try:
            moved = merging.merge(gone, into, by=request.user)
        except ValidationError as error:
            form.add_error("into", error)
        else:
            said = format_html("Merged {} into “{}”: {} moved.", merging.names(gone), link_to(into), _counted(moved))
            return _done(admin, request, into, said)
    counts = merging.counts(topics)
    one = len(topics) == 1
    return _render(
        admin,
        request,
        "merge",
        form,
        f"Merge {merging.names(topics) if one else plural(Topic, len(topics))}",
        rows=[(topic, counts[topic.pk], str(form["into"].value()) == str(topic.pk)) for topic in topics],
        topic=topics[0] if one else None,
        names=Topic.objects.alphabetical().values_list("name", flat=True)[:MOST_OFFERED] if one else [],
    )


def split_view(admin: Any, request: HttpRequest, key: int) -> HttpResponse:
    topic = get_object_or_404(Topic, pk=key)
    if not admin.has_merge_permission(request, topic):
        raise PermissionDenied
    form = SplitForm(request.POST or (request.GET if "phrases" in request.GET else None))
    found = None
    if form.is_valid():
        name, phrases, keep = (form.cleaned_data[field] for field in ("name", "phrases", "keep"))
        try:
            if request.method == "POST":
                new, moved = splitting.split(topic, name, phrases, by=request.user, keep=keep)
                message = format_html("Made “{}” of a part of “{}”: {}.", link_to(new), link_to(topic), _counted(moved))
                return _done(admin, request, new, message)
            splitting.check_name(topic, name)
            found = splitting.look(topic, phrases)
            if not found:
                raise splitting.NothingError(topic)
        except ValidationError as error:
            form.add_error(
                "phrases" if isinstance(error, splitting.NothingError) else "name", _told(error, topic, may_merge=True)
            )
    return _render(admin, request, "split", form, f"Split “{topic}”", topic=topic, found=found, most_shown=MOST_SHOWN)


def _chosen(keys: list[str]) -> list[Topic]:
    wanted = [key for key in keys[:MOST_MERGED] if key.isdecimal() and len(key) <= LONGEST_KEY]
    return list(Topic.objects.filter(pk__in=wanted).order_by("name_key", "pk"))


def _told(error: ValidationError, topic: Topic, may_merge: bool) -> ValidationError:
    """``error``, and a link to the merging of the two where it says that another topic has the name."""
    if not (may_merge and isinstance(error, renaming.TakenError)):
        return error
    address = reverse("admin:questions_topic_merge", query={"topic": [topic.pk, error.topic.pk]})
    return ValidationError(format_html('{} <a href="{}">Look at merging them</a>', error.message, address))


def _counted(moved: Moved) -> str:
    """ "12 questions, 3 links, 2 headings and 1 alias moved"."""
    parts = [plural(Question, moved.questions), plural(ResourceLink, moved.links)]
    parts += [f"{moved.headings:,} heading{'' if moved.headings == 1 else 's'} in roles", plural(TopicAlias, moved.aliases)]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _done(admin: Any, request: HttpRequest, topic: Topic, said: SafeString) -> HttpResponse:
    questions = list_link(Question, 0, "Look at its questions", topic=topic.pk)
    admin.message_user(request, format_html("{} {}.", said, questions), messages.SUCCESS)
    return HttpResponseRedirect(reverse("admin:questions_topic_change", args=[topic.pk]))


def _render(admin: Any, request: HttpRequest, page: str, form: Any, title: str, **context: Any) -> HttpResponse:
    common = admin.admin_site.each_context(request) | {"opts": Topic._meta, "title": title, "form": form}
    common["fieldset"] = Fieldset(form, fields=tuple(form.fields))
    return TemplateResponse(request, f"admin/topics/{page}.html", common | context)
