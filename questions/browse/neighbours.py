"""The roles that stand beside a role in its group."""

from functools import cache

from questions.models import Role
from questions.models.prepared import Prepared


def neighbours_of(role: Role, each_side: int) -> list[Role]:
    """Their names and addresses from A to Z, at most ``each_side`` before and after. Two queries."""
    before, after = _beside(each_side)
    here = {"group": role.group_id, "title": role.title_key}
    return [*reversed(before(**here)), *after(**here)]


@cache
def _beside(number: int) -> tuple[Prepared, Prepared]:
    return (
        Prepared(lambda group, title: Role.objects.published().before(group, title)[:number], group=int, title=str),
        Prepared(lambda group, title: Role.objects.published().after(group, title)[:number], group=int, title=str),
    )
