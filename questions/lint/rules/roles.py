"""A role's other names and its code."""

from collections import defaultdict
from collections.abc import Iterator

from questions.lint.bank import Bank, Role
from questions.lint.findings import Finding
from questions.normal import name_key

RULE = "titles"


def check(bank: Bank) -> Iterator[Finding]:
    called: dict[str, list[Role]] = defaultdict(list)
    for role in bank.roles:
        guide = role.entry.guide
        least, most = bank.limits.other_titles
        if not least <= len(guide.also_called) <= most:
            message = f"the role has {len(guide.also_called)} other titles (also_called); give it {least} to {most}"
            yield Finding(role.entry.path, 1, RULE, message)
        for name in {name_key(title) for title in [guide.title, *(other.name for other in guide.also_called)]}:
            called[name].append(role)
    for name, roles in called.items():
        for role in roles[1:]:
            message = f"“{name}” is a title of {roles[0].title}, too; a name means one role"
            yield Finding(role.entry.path, 1, RULE, message)
