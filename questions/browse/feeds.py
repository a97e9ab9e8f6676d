"""Atom feeds of what is new: in the whole bank, in a role, about a topic.

Built with Django's feed generator and not with its ``Feed`` view, which makes the ids of entries without knowing the site.
"""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from questions import licence
from questions.caching.kept import kept
from questions.markdown import to_text
from questions.models import Question, Role, Topic
from questions.models.question_queries import QuestionQuerySet

from .filters import is_text
from .finding import find, keeps_addresses

ENTRIES = 50


@kept()
def newest(request: HttpRequest) -> HttpResponse:
    return _feed(request, gettext("Newest questions"), Question.objects.published().newest())


@kept()
@keeps_addresses
def role(request: HttpRequest, slug: str) -> HttpResponse:
    role = find(Role.objects.all(), slug)
    # The newest, by the column of the join: from its index, without a look at all the others.
    questions = Question.objects.published().for_role(role).order_by("-role_questions__question_id")
    return _feed(request, gettext("New questions for %(role)s") % {"role": role}, questions, of=role)


@kept()
@keeps_addresses
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = find(Topic.objects.all(), slug)
    questions = Question.objects.published().newest_about(topic)
    if not questions.exists():
        raise Http404(f"{topic} has no questions")
    return _feed(request, gettext("New questions about %(topic)s") % {"topic": topic}, questions, of=topic)


class QuestionFeed(Atom1Feed):
    """Atom as Django writes it, with the language of the bank's texts on each entry, and a steady date when there is none."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {} if self.feed["language"] == settings.CONTENT_LANGUAGE else {"xml:lang": settings.CONTENT_LANGUAGE}

    def latest_post_date(self) -> datetime:
        # Django's own would be the time of asking: a feed that changes without an entry.
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


def _feed(request: HttpRequest, title: str, questions: QuestionQuerySet, of: Role | Topic | None = None) -> HttpResponse:
    """The first of ``questions`` under ``title``: those ``of`` a role or a topic, or of the whole bank. Two queries."""
    # Ids are the same whatever becomes of an address (RFC 4151); those of the entries are so in every language, too.
    host = urlsplit(request.build_absolute_uri()).hostname
    feed = QuestionFeed(
        title=_text(f"{title} · Prepsite"),
        link=request.build_absolute_uri(of.get_absolute_url() if of else reverse("home")),
        description=None,
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=f"tag:{host},2026:feed/{get_language()}/" + (f"{of.kind()}/{of.pk}" if of else "newest"),
        language=get_language(),
        author_name="Prepsite",
        feed_copyright=f"{licence.NAME}, {licence.URL}",
    )
    for question in questions.with_topics()[:ENTRIES]:
        feed.add_item(
            title=_text(question.text),
            link=request.build_absolute_uri(question.get_absolute_url()),
            description=escape(_text(to_text(question.purpose))) or None,  # type: ignore[arg-type]  # left out
            unique_id=f"tag:{host},2026:question/{question.pk}",
            pubdate=question.created_at,
            updateddate=question.updated_at,
            author_name=_text(question.source_name) or None,
            categories=[_text(topic.name) for topic in question.topics.all()],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _text(text: str) -> str:
    """``text`` without the few characters that XML cannot hold."""
    return "".join(char if is_text(char) else " " for char in text)
