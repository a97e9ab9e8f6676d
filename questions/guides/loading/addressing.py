"""Which roles a shared guide is for: its entries "Title", "Group/Title", "Group/*" and "Field/*/*" as roles of the bank."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from questions.guides.document import Guide, GuideError, Note
from questions.models import Role
from questions.normal import name_key

ALL = "*"
# The item of a GuideImport that tells a shared guide from a role's; its digest is MORE_TO_COME where the same words may
# mean more roles another time.
SHARED = "roles:"
MORE_TO_COME = "more"


def roles_named(names: Iterable[str]) -> dict[str, list[int]]:
    """The ids of the roles that each entry means; of a title that several roles have, those of all of them."""
    return {name: list(Role.objects.filter(_where(name)).order_by("pk").values_list("pk", flat=True)) for name in names}


def is_open(name: str) -> bool:
    """Whether the entry means more roles as soon as the bank has more."""
    return name.endswith(f"/{ALL}")


def addressees(guide: Guide, named: Mapping[str, list[int]]) -> tuple[list[int], list[Note]]:
    """The roles the guide is for, each once, and a note for each entry that cannot be followed.

    Raises GuideError if none can: such a guide would leave its questions without a role.
    """
    found: dict[int, None] = {}
    faults = []
    for name in guide.roles or ():
        if problem := _problem(name, named[name]):
            faults.append(Note(guide.role_lines.get(name, 0), problem))
        else:
            found |= dict.fromkeys(named[name])
    if faults and not found:
        raise GuideError(faults[0].reason, faults[0].line)
    return list(found), faults


def mark(guide: Guide, roles: list[int], faults: list[Note]) -> list:
    """What a GuideImport notes about the addressees, in the form of its items."""
    return [MORE_TO_COME if faults or any(map(is_open, guide.roles or ())) else "", 0, roles]


def has_more_to_come(items: dict[str, list]) -> bool:
    """Whether a guide with these items is to be loaded again even though its file has not changed."""
    return SHARED in items and items[SHARED][0] == MORE_TO_COME


def _where(name: str) -> Q:
    place, _slash, title = name.rpartition("/")
    if title != ALL or not place:
        return Q(title_key=name_key(title)) & (Q(group__name_key=name_key(place)) if place else Q())
    field, _slash, group = place.rpartition("/")
    if group == ALL and field:
        return Q(group__field__name_key=name_key(field))
    return Q(group__name_key=name_key(place))


def _problem(name: str, found: list[int]) -> str:
    if is_open(name):
        return "" if found else f"the bank has no role of “{name}”: import their guides too"
    if len(found) == 1:
        return ""
    problem = "several roles are" if found else "no role is"
    return f"{problem} called “{name}”: write “Group/Title” of a role in the bank, or import its guide too"
