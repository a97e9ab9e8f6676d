"""Which role of a group asks about which topic, and what it lacks that its neighbours have."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from questions.models import Group, QuestionTopic, Role, Topic
from questions.models.states import public
from questions.vocabulary import Status

if TYPE_CHECKING:
    from questions.models.catalogue_queries import RoleQuerySet

MOST_ROLES = 40  # on one page
MOST_TOPICS = 30
# Beside how many roles of its group a role is seen: to count for 5,000 of them takes seconds.
NEIGHBOURS = 200
# Of how many roles the desk is told what they lack: 0.2 s where those that ask most of 200,000 questions are among them.
ON_THE_DESK = 50
# Fewer roles with questions say nothing about what roles of their group ask.
FEWEST_ROLES = 3
# From how many questions on a cell has the next shade. Numbers, not shares: one question is thin in any group.
SHADES = {1: "1", 2: "2–3", 4: "4–7", 8: "8–15", 16: "16 or more"}

type Counts = dict[int, Counter[int]]


@dataclass(frozen=True)
class Cell:
    """How many published questions of ``role`` are about ``topic``; ``shade`` from 0 to 5."""

    role: Role
    topic: Topic
    number: int
    missing: bool

    @property
    def shade(self) -> int:
        return sum(self.number >= least for least in SHADES)


@dataclass(frozen=True)
class Coverage:
    """A table: a row of cells for each role, one for each of ``topics``, the most asked first."""

    topics: list[Topic]
    rows: list[tuple[Role, list[Cell]]]

    @property
    def missing(self) -> int:
        return sum(cell.missing for _, cells in self.rows for cell in cells)


@dataclass(frozen=True)
class Missing:
    """Roles, each with a topic it lacks. ``more``: there were too many roles to look at all of them."""

    pairs: list[tuple[Role, Topic]]
    more: bool


def coverage_of(group: Group, start: int = 0) -> Coverage:
    """The roles of ``group`` from the ``start``-th on, as they stand among their neighbours. Three queries."""
    first = start - start % NEIGHBOURS
    neighbours = list(roles_of(group)[first : first + NEIGHBOURS])
    counts = _counts(neighbours)
    asked: Counter[int] = Counter()
    for numbers in counts.values():
        asked.update(numbers)
    most = sorted(asked, key=lambda topic: (-asked[topic], topic))[:MOST_TOPICS]
    topics = Topic.objects.in_bulk(most)
    usual = _usual(counts)

    def cell(role: Role, topic: int) -> Cell:
        number = counts.get(role.pk, Counter())[topic]
        return Cell(role, topics[topic], number, missing=_lacks(counts, usual, role.pk, topic))

    shown = neighbours[start - first : start - first + MOST_ROLES]
    return Coverage([topics[key] for key in most], [(role, [cell(role, key) for key in most]) for role in shown])


def missing_topics(groups: Iterable[Group] | None = None, *, at_most: int = ON_THE_DESK) -> Missing:
    """Topics that at least half of the other roles of a group publish questions about, and a role of it has none of.

    Told of the first ``at_most`` roles by group and title, of all groups unless some are given; three queries. Roles
    without any published question are left out: they lack more than a topic.
    """
    wanted = Role.objects.exclude(status=Status.RETIRED)
    if groups is not None:
        wanted = wanted.filter(group__in=groups)
    roles = list(wanted.select_related("group").order_by("group__name_key", "group", "title_key", "pk")[: at_most + 1])
    by_group: dict[int, list[Role]] = defaultdict(list)
    for role in roles[:at_most]:
        by_group[role.group_id].append(role)
    counts = _counts(roles[:at_most])
    found = [pair for neighbours in by_group.values() for pair in _missing(neighbours, counts)]
    topics = Topic.objects.in_bulk({topic for _, topic in found})
    return Missing([(role, topics[topic]) for role, topic in found], more=len(roles) > at_most)


def roles_of(group: Group) -> "RoleQuerySet":
    """The roles of ``group`` that are not retired, from A to Z."""
    return group.roles.exclude(status=Status.RETIRED).alphabetical()


def _counts(roles: Collection[Role]) -> Counts:
    """How many published questions of each role are about each topic; roles without any are left out."""
    about = QuestionTopic.objects.filter(public("content_object"), content_object__role_questions__role__in=roles)
    rows = about.order_by().values("content_object__role_questions__role", "tag").annotate(total=Count("pk"))
    counts: Counts = defaultdict(Counter)
    for role, topic, total in rows.values_list("content_object__role_questions__role", "tag", "total"):
        counts[role][topic] = total
    return dict(counts)


def _usual(counts: Counts) -> Counter[int]:
    """How many roles have each topic."""
    return Counter(topic for numbers in counts.values() for topic in numbers)


def _lacks(counts: Counts, usual: Counter[int], role: int, topic: int) -> bool:
    """Whether ``role``, which has questions, lacks a topic that at least half of the other ones have."""
    if role not in counts or len(counts) < FEWEST_ROLES:
        return False
    return topic not in counts[role] and 2 * usual[topic] >= len(counts) - 1


def _missing(neighbours: list[Role], counts: Counts) -> Iterator[tuple[Role, int]]:
    here = {role.pk: counts[role.pk] for role in neighbours if role.pk in counts}
    usual = _usual(here)
    for role in neighbours:
        yield from ((role, topic) for topic, _ in usual.most_common() if _lacks(here, usual, role.pk, topic))
