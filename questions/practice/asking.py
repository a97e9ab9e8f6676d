"""Questions to ask the employer: a role's own, or what is asked most around it."""

from typing import NamedTuple

from questions.models import Question, Role

# Nobody brings more than a handful; the role's own list is shown whole in all but the strangest banks.
MOST_OWN = 50
MOST_BORROWED = 12
# What is asked in a group is told from so many of its roles, however many it has.
ROLES_LOOKED_AT = 50


class ToAsk(NamedTuple):
    """The ``keys`` of questions, and where they come from: "role" (its own), "group" (roles beside it) or "bank" (anywhere)."""

    source: str
    keys: list[int]


def questions_to_ask(role: Role) -> ToAsk:
    """The first source that has any. At most three queries."""
    to_ask = Question.objects.published().to_ask()
    beside = Role.objects.published().filter(group=role.group_id)[:ROLES_LOOKED_AT]
    sources = {
        "role": to_ask.for_role(role)[:MOST_OWN],
        "group": to_ask.most_asked_in(beside)[:MOST_BORROWED],
        "bank": to_ask.most_asked_lately()[:MOST_BORROWED],
    }
    for source, questions in sources.items():
        found = [key for key, *_ in questions.values_list("pk")]
        if found:
            return ToAsk(source, found)
    return ToAsk("bank", [])
