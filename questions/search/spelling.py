"""What may have been meant by a search that found nothing: other spellings, fewer words, names that look alike."""

from difflib import SequenceMatcher, get_close_matches
from typing import Any

from django.db.models import QuerySet

from questions.models import Question, Role, RoleTitle, Topic, TopicAlias
from questions.models.states import public

from .found import Found
from .index import alike, newest
from .query import Query, words_of
from .results import Results

# Of so many names that look alike a word is looked for; half of its letters must be right at the least.
NAMES = 50
CLOSE = 0.75
SHORTEST = 4
NEAREST = 8


def otherwise(results: Results) -> Results:
    """What words spelt otherwise find, in place of ``results``; else what the words that occur at all find."""
    query = results.query
    unknown = [word for word in dict.fromkeys(query.words) if not _is_known(word)]
    if not unknown:
        return results
    spellings = {word: near for word in unknown if len(word) >= SHORTEST and (near := _nearest_word(word))}
    respelt = tuple(tuple(spellings.get(word, word) for word in term) for term in query.terms)
    if spellings and (found := Results(query.only(respelt), corrected=True)):
        return found
    known = tuple(term for term in respelt if not set(term) & (set(unknown) - set(spellings)))
    missing = tuple(word for word in unknown if word not in spellings)
    if known and missing and (found := Results(query.only(known), corrected=bool(spellings), missing=missing)):
        return found
    return results


def nearest_roles(query: Query) -> Found:
    """Published roles with names that look like the query."""
    return Found(Role.objects.all(), _nearest(query, (Role.objects.published(), "pk"), (_titles(), "role")))


def nearest_topics(query: Query) -> Found:
    """Topics of published questions with names that look like the query."""
    return Found(Topic.objects.all(), _nearest(query, (Topic.objects.asked(), "pk"), (_aliases(), "topic")))


def _nearest(query: Query, *names: tuple["QuerySet[Any]", str]) -> list[int]:
    text = " ".join(query.words)
    found = [row for things, column in names for row in alike(things, text, column, NAMES)]
    # The databases count letters in different ways: what is likest is told in one.
    ranked = sorted(found, key=lambda row: (-SequenceMatcher(None, text, row[0]).ratio(), row))
    return list(dict.fromkeys(key for _name, key in ranked))[:NEAREST]


def _is_known(word: str) -> bool:
    return any(newest(things, Query(word, ((word,),), ()), 1) for things in (Question.objects.published(), *_names()))


def _nearest_word(word: str) -> str:
    names = [name for things in _names() for name, _pk in alike(things, word, "pk", NAMES)]
    candidates = dict.fromkeys(other for name in names for other in words_of(name, limit=None))
    return next(iter(get_close_matches(word, sorted(candidates), n=1, cutoff=CLOSE)), "")


def _names() -> tuple["QuerySet[Any]", ...]:
    return Role.objects.published(), _titles(), Topic.objects.asked(), _aliases()


def _titles() -> "QuerySet[Any]":
    return RoleTitle.objects.filter(public("role"))


def _aliases() -> "QuerySet[Any]":
    return TopicAlias.objects.filter(topic__in=Topic.objects.asked())
