"""Drafts of occupations that no role is about, in the groups of the classification."""

from collections.abc import Iterable

from django.db.models import Q

from questions.editorial import revisions
from questions.guides.loading.digests import digest_values
from questions.guides.loading.inserting import insert
from questions.guides.loading.states import role_states
from questions.models import Field, Group, Role, RoleTitle
from questions.normal import name_key

from .news import news_of, summary_of
from .release import LONGEST_TITLE, Occupation
from .remembering import remember
from .report import Report
from .soc import place_of


def create(occupations: Iterable[Occupation], source: str, report: Report) -> None:
    """Make them, with everything the release says of them. Called inside a transaction."""
    made: dict[int, Occupation] = {}
    for occupation in occupations:
        if len(occupation.title) > LONGEST_TITLE:
            report.notices.append(f"{occupation.code}: its title is longer than {LONGEST_TITLE} characters; no role is made.")
            continue
        group = _group_of(occupation.code)
        if Role.objects.filter(group=group, title_key=name_key(occupation.title)).exists():
            report.notices.append(f"{occupation.code} {occupation.title}: the group has such a role with another code.")
            continue
        role = Role(group=group, title=occupation.title, summary=summary_of(occupation), onet_soc_code=occupation.code)
        role.save()
        made[role.pk] = occupation
    rows = [row for new in news_of(made).values() for row in new.titles]
    insert(RoleTitle, rows)
    revisions.created(Role, list(made), by=None, reason=f"Made from {source}.")
    for pk, held in role_states(Q(pk__in=list(made))).items():
        Role.objects.filter(pk=pk).update(imported_digest=digest_values(held.values))
    remember(made)
    report.made += len(made)
    report.titles += len(rows)


def _group_of(code: str) -> Group:
    field_name, group_name = place_of(code)
    line = Field.objects.filter(name_key=name_key(field_name)).first() or Field.objects.create(name=field_name)
    known = Group.objects.filter(field=line, name_key=name_key(group_name)).first()
    return known or Group.objects.create(field=line, name=group_name)
