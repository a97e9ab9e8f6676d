"""What waits for somebody, as the words the desk counts by and the lists of the admin filter by: so their numbers agree."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from questions.models import Revision, RoleQuestion
from questions.models.editorial import RevisionState
from questions.models.resource import CheckState
from questions.vocabulary import Status

from .workflow import SEND_BACK

STALE_AFTER = dt.timedelta(days=365)
# After that it is clear that its author leaves a change be.
LATELY = dt.timedelta(days=30)
# Fewer published questions than these make a thin evening's practice.
ENOUGH_QUESTIONS = 10


def drafts_of(things: Any, user: Any) -> QuerySet:
    """The drafts among ``things`` that ``user`` began, those sent back to them as well."""
    # Found by their author first: in a bank that mostly came from guides SQLite would rather read all drafts.
    begun = things.model._default_manager.filter(created_by=user.pk).order_by()
    return things.filter(pk__in=begun.values("pk"), status=Status.DRAFT)


def sent_back_to(things: Any, user: Any) -> QuerySet:
    """The drafts of ``user`` that somebody else sent back, and nobody has changed since."""
    last = Revision.objects.filter(
        kind=things.model._meta.model_name,
        thing=OuterRef("pk"),
        number=OuterRef("revision"),
        reason=f"{SEND_BACK.done}.",
    )
    return drafts_of(things, user).filter(Exists(last.filter(~Q(author=user.pk) | Q(author=None))))


def declined_of(revisions: Any, user: Any) -> QuerySet:
    """The changes of ``user`` that a publisher lately sent back, and after which nobody has changed the thing."""
    newer = Revision.objects.filter(kind=OuterRef("kind"), thing=OuterRef("thing"), number__gt=OuterRef("number"))
    declined = revisions.filter(state=RevisionState.DECLINED, author=user.pk, decided_at__gt=timezone.now() - LATELY)
    return declined.exclude(decided_by=user.pk).filter(~Exists(newer))


def in_review(things: Any) -> QuerySet:
    return things.filter(status=Status.REVIEW)


def stale(things: Any) -> QuerySet:
    """What visitors see although nobody has looked it over for twelve months, or ever."""
    long_ago = timezone.localdate() - STALE_AFTER
    return things.published().filter(Q(reviewed_on=None) | Q(reviewed_on__lt=long_ago))


def short_of_questions(roles: Any) -> QuerySet:
    """Public roles with fewer than ``ENOUGH_QUESTIONS`` public questions."""
    # Whether there is a tenth one: a count would read all the questions of the largest roles.
    of_role = RoleQuestion.objects.public().filter(role=OuterRef("pk")).order_by()
    return roles.published().filter(~Exists(of_role[ENOUGH_QUESTIONS - 1 : ENOUGH_QUESTIONS]))


def last_found(links: Any, state: CheckState) -> QuerySet:
    """What the last check of ``links`` found so. Retired ones are not checked any more, and nobody need mend them."""
    return links.filter(check_state=state).exclude(status=Status.RETIRED)


def with_problems(imports: Any) -> QuerySet:
    return imports.exclude(problems=[])
