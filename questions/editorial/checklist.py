"""What must be so before a thing is published, told in plain reasons. Drafts may lack all of it."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from questions.models import NearDuplicate, Question, QuestionTopic, ResourceLink, Role, RoleLink, RoleQuestion
from questions.models.resource import CheckState
from questions.vocabulary import Status

# What people leave in a text to come back to.
UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?|lorem ipsum", re.IGNORECASE)
NOT_COMPARED = "it was not compared with the other questions yet: publish fewer at once, or wait for the timer, which does it"


def faults_of(things: list[Any]) -> dict[int, list[str]]:
    """Why each of ``things`` (all of one model) cannot be published yet, by key; a few queries however many they are."""
    if not things:
        return {}
    model = type(things[0])
    return {thing.pk: _said(checks) for thing, checks in _CHECKS[model](things)}


def _said(checks: Iterable[tuple[bool, str]]) -> list[str]:
    return [reason for fails, reason in checks if fails]


def _of_questions(questions: list[Question]) -> Iterable[tuple[Question, list[tuple[bool, str]]]]:
    keys = [question.pk for question in questions]
    placed = set(RoleQuestion.objects.filter(question__in=keys).values_list("question", flat=True))
    tagged = set(QuestionTopic.objects.filter(content_object__in=keys).values_list("content_object", flat=True))
    alike = _alike(keys)
    for question in questions:
        guidance = f"{question.purpose}\n{question.points}\n{question.pitfalls}"
        yield (
            question,
            [
                (question.pk not in placed, "no role asks it: add one"),
                (question.pk not in tagged, "it has no topic: add one"),
                (not question.purpose.strip(), "it does not say why it is asked: write its purpose"),
                (bool(UNFINISHED.search(guidance)), "its guidance is unfinished: it still says TODO or the like"),
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


def _of_roles(roles: list[Role]) -> Iterable[tuple[Role, list[tuple[bool, str]]]]:
    keys = [role.pk for role in roles]
    asking = set(RoleQuestion.objects.filter(role__in=keys).values_list("role", flat=True))
    broken = set(RoleLink.objects.filter(role__in=keys, link__check_state=CheckState.DEAD).values_list("role", flat=True))
    for role in roles:
        texts = f"{role.summary}\n{role.description}\n{role.interview}"
        yield (
            role,
            [
                (role.pk not in asking, "it has no question: add some"),
                (not role.summary.strip(), "it has no summary: write the one sentence lists show"),
                (bool(UNFINISHED.search(texts)), "its texts are unfinished: they still say TODO or the like"),
                (role.pk in broken, "one of its links is dead: mend the link or take it off the role"),
            ],
        )


def _of_links(links: list[ResourceLink]) -> Iterable[tuple[ResourceLink, list[tuple[bool, str]]]]:
    keys = [link.pk for link in links]
    used = set(
        ResourceLink.objects.filter(Q(role_links__isnull=False) | Q(topic_items__isnull=False), pk__in=keys).values_list(
            "pk", flat=True
        )
    )
    for link in links:
        yield (
            link,
            [
                (link.pk not in used, "it belongs to no role and no topic: add one"),
                (link.check_state == CheckState.DEAD, "it was found dead: mend its address"),
            ],
        )


_CHECKS: dict[type, Any] = {Question: _of_questions, Role: _of_roles, ResourceLink: _of_links}
