"""What must be so before a thing is published, told in plain reasons. Drafts may lack all of it."""

import re
from collections.abc import Iterable
from typing import Any

from questions.models import NearDuplicate, Question, ResourceLink, Role, RoleQuestion
from questions.models.resource import CheckState
from questions.vocabulary import Status

from . import snapshots
from .snapshots import Snapshot

# What people leave in a text to come back to. Not any "todo": in Spanish it is a word like another.
UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?|(?i:\btodo:|lorem ipsum)")
NOT_COMPARED = "it was not compared with the other questions yet: publish fewer at once, or wait for the timer, which does it"

type Said = dict[int, Snapshot]


def faults_of(things: list[Any], said: Said | None = None) -> dict[int, list[str]]:
    """Why each of ``things`` (all of one model) cannot be published yet, by key; a few queries however many they are.

    ``said`` is what they are to say by key, if that is not what they say now.
    """
    if not things:
        return {}
    model = type(things[0])
    said = said or snapshots.read(model, [thing.pk for thing in things])
    return {thing.pk: _said(checks) for thing, checks in _CHECKS[model](things, said)}


def new_faults(thing: Any, live: Snapshot, wanted: Snapshot) -> list[str]:
    """What the checklist finds in ``wanted`` and not in ``live``: what a change of ``thing`` would bring."""
    had, found = (faults_of([thing], {thing.pk: says})[thing.pk] for says in (live, wanted))
    return [reason for reason in found if reason not in had]


def _said(checks: Iterable[tuple[bool, str]]) -> list[str]:
    return [reason for fails, reason in checks if fails]


def _of_questions(questions: list[Question], said: Said) -> Iterable[tuple[Question, list[tuple[bool, str]]]]:
    keys = [question.pk for question in questions]
    alike = _alike(keys)
    for question in questions:
        says = said[question.pk]
        yield (
            question,
            [
                (not says["roles"], "no role asks it: add one"),
                (not says["topics"], "it has no topic: add one"),
                (not says["purpose"].strip(), "it does not say why it is asked: write its purpose"),
                (_unfinished(_texts(says)), "its text or guidance is unfinished: it still says TODO or the like"),
                (question.compared_at is None, NOT_COMPARED),
                (question.pk in alike, "it reads much like another question: merge the two, or say that they are two"),
            ],
        )


def _alike(keys: list[int]) -> set[int]:
    """Those of the questions that stand in a pair nobody has dismissed, with another one that is not retired."""
    found: set[int] = set()
    # One side at a time: with an OR over both the database would walk the whole table.
    for mine, other in (("first", "second"), ("second", "first")):
        pairs = NearDuplicate.objects.filter(**{"dismissed_at": None, f"{mine}__in": keys})
        found |= set(pairs.exclude(**{f"{other}__status": Status.RETIRED}).values_list(mine, flat=True))
    return found


def _of_roles(roles: list[Role], said: Said) -> Iterable[tuple[Role, list[tuple[bool, str]]]]:
    keys = [role.pk for role in roles]
    asking = set(RoleQuestion.objects.filter(role__in=keys).values_list("role", flat=True))
    links = {link for says in said.values() for link, _title, _position in says["links"]}
    dead = set(ResourceLink.objects.filter(pk__in=links, check_state=CheckState.DEAD).values_list("pk", flat=True))
    for role in roles:
        says = said[role.pk]
        yield (
            role,
            [
                (role.pk not in asking, "it has no question: add some"),
                (not says["summary"].strip(), "it has no summary: write the one sentence lists show"),
                (
                    _unfinished(says[name] for name in ("summary", "description", "interview")),
                    "its texts are unfinished: they still say TODO or the like",
                ),
                (
                    any(link in dead for link, _title, _position in says["links"]),
                    "one of its links is dead: mend the link or take it off the role",
                ),
            ],
        )


def _of_links(links: list[ResourceLink], said: Said) -> Iterable[tuple[ResourceLink, list[tuple[bool, str]]]]:
    for link in links:
        says = said[link.pk]
        # Of another address nothing is known yet.
        dead = link.check_state == CheckState.DEAD and says["url"] == link.url
        yield (
            link,
            [
                (not (says["roles"] or says["topics"]), "it belongs to no role and no topic: add one"),
                (dead, "it was found dead: mend its address"),
            ],
        )


def _texts(says: Snapshot) -> list[str]:
    """Of a question, all that visitors read."""
    texts = [says[name] for name in ("text", "purpose", "points", "pitfalls")]
    return [*texts, *says["follow_ups"], *(text for _level, text in says["benchmarks"])]


def _unfinished(texts: Iterable[str]) -> bool:
    return any(UNFINISHED.search(text) for text in texts)


_CHECKS: dict[type, Any] = {Question: _of_questions, Role: _of_roles, ResourceLink: _of_links}
