"""Search without an index of its own: every word must occur. Good for tens of thousands of questions, slow for millions."""

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

from questions.models import Question, Role, RoleTitle, Topic, TopicAlias
from questions.normal import name_key

from .results import Results

MAX_WORDS = 8


def search(query: str) -> Results:
    """What ``query`` finds. The query is text as typed; words after the eighth are not looked at. No word finds nothing."""
    words = name_key(query).replace("\0", " ").split()[:MAX_WORDS]
    if not words:
        return Results(Role.objects.none(), Topic.objects.none(), Question.objects.none())
    return Results(_roles(words), _topics(words), _questions(words))


def _roles(words: list[str]):
    phrase = " ".join(words)
    other_titles = RoleTitle.objects.filter(role=OuterRef("pk"))
    by_title = _all_in("title_key", words)
    found = Role.objects.published().filter(by_title | Exists(other_titles.filter(_all_in("name_key", words))))
    rank = Case(
        When(title_key=phrase, then=0),
        When(Exists(other_titles.filter(name_key=phrase)), then=1),
        When(title_key__startswith=phrase, then=2),
        When(by_title, then=3),
        default=Value(4),
        output_field=IntegerField(),
    )
    return found.order_by(rank, "title_key", "pk")


def _topics(words: list[str]):
    phrase = " ".join(words)
    aliases = TopicAlias.objects.filter(topic=OuterRef("pk"))
    found = Topic.objects.public().filter(_all_in("name_key", words) | Exists(aliases.filter(_all_in("name_key", words))))
    rank = Case(When(name_key=phrase, then=0), When(name_key__startswith=phrase, then=1), default=Value(2))
    return found.order_by(rank, "name_key", "pk")


def _questions(words: list[str]):
    return Question.objects.published().filter(_all_in("text", words)).order_by("-pk")


def _all_in(column: str, words: list[str]) -> Q:
    return Q(*(Q(**{f"{column}__icontains": word}) for word in words))
