"""The editors' first page: what waits for whom, each a number and the list of the admin it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

# Beyond these a number changes nothing about what to do, and costs the time of counting.
MOST_COUNTED = 1_000


@dataclass(frozen=True)
class Item:
    """One line of the desk: ``count`` rows, or ``more``, in the list ``url_name`` under ``filters``."""

    name: str
    hint: str
    count: int
    more: bool
    url_name: str
    filters: dict[str, str]

    @property
    def number(self) -> str:
        return f"{self.count:,}{'+' if self.more else ''}"


@dataclass(frozen=True, kw_only=True)
class Queue:
    """Rows of one model that wait. They concern whoever may open their list and has one of the rights ``for_whom``."""

    section: str
    name: str
    hint: str
    model: type[Model]
    filters: dict[str, str]
    rows: Callable[[Any, Any], Any]  # of all rows of the model and the user
    for_whom: tuple[str, ...]

    def concerns(self, user: Any) -> bool:
        name = self.model._meta.model_name
        opens = any(user.has_perm(f"questions.{verb}_{name}") for verb in ("view", "change"))
        return opens and any(user.has_perm(right) for right in self.for_whom)

    def item(self, user: Any) -> Item:
        rows = self.rows(self.model._default_manager.all(), user)
        found = rows.order_by()[: MOST_COUNTED + 1].count()
        return Item(
            name=self.name,
            hint=self.hint,
            count=min(found, MOST_COUNTED),
            more=found > MOST_COUNTED,
            url_name=f"admin:questions_{self.model._meta.model_name}_changelist",
            filters=self.filters,
        )


@dataclass(frozen=True)
class Section:
    name: str
    items: list[Item]


def sections_for(user: Any) -> list[Section]:
    """What waits for ``user``: one bounded count for each queue that concerns them. What is empty is left out,
    unless there is more to look through.
    """
    # The queues are built on the classes above.
    from .queues import QUEUES

    sections: dict[str, Section] = {}
    for queue in QUEUES:
        if queue.concerns(user) and ((item := queue.item(user)).count or item.more):
            sections.setdefault(queue.section, Section(queue.section, [])).items.append(item)
    return list(sections.values())
