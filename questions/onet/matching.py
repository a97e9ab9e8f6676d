"""Which roles an occupation is about: those that carry its code, else the only one of its title."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from questions.models import Role
from questions.normal import name_key

from .release import Occupation


@dataclass(slots=True)
class Matches:
    """``roles`` by code; ``unmatched`` have no role; ``notices`` say what was left alone and why."""

    roles: dict[str, list[int]] = field(default_factory=dict)
    unmatched: list[Occupation] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def match(occupations: Iterable[Occupation]) -> Matches:
    """Roles of any status; two queries."""
    by_code: dict[str, list[int]] = defaultdict(list)
    by_title: dict[str, list[int]] = defaultdict(list)
    for pk, code, key in Role.objects.order_by("pk").values_list("pk", "onet_soc_code", "title_key"):
        if code:
            by_code[code].append(pk)
        else:
            by_title[key].append(pk)
    found = Matches()
    claims: dict[int, list[Occupation]] = defaultdict(list)
    for occupation in occupations:
        titled = by_title[name_key(occupation.title)] or by_title[singular(name_key(occupation.title))]
        if by_code[occupation.code]:
            found.roles[occupation.code] = by_code[occupation.code]
        elif len(titled) == 1:
            claims[titled[0]].append(occupation)
        elif titled:
            found.notices.append(f"{_named(occupation)}: {len(titled)} roles have this title; give one of them the code.")
        else:
            found.unmatched.append(occupation)
    for role, claiming in claims.items():
        if len(claiming) == 1:
            found.roles[claiming[0].code] = [role]
        else:
            found.notices.append(f"{', '.join(map(_named, claiming))}: one role has these titles; give it one of the codes.")
    return found


def _named(occupation: Occupation) -> str:
    return f"{occupation.code} {occupation.title}"


def singular(title: str) -> str:
    """ "registered nurses" as "registered nurse": O*NET names occupations in the plural, roles are in the singular."""
    for ending, one in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("men", "man"), ("s", "")):
        if title.endswith(ending) and not title.endswith("ss"):
            return title[: -len(ending)] + one
    return title
