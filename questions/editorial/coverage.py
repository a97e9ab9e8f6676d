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
    """A table: a row of cells for each role, one for each of ``topics``, the most asked first; ``left_out`` is how many more
    there are.
    """

    topics: list[Topic]
    rows: list[tuple[Role, list[Cell]]]
    left_out: int

    @property
    def missing(self) -> int:
        return sum(cell.missing for _, cells in self.rows for cell in cells)


@dataclass(frozen=True)
class Missing:
    """Roles, each with a topic it lacks; ``following`` is the number of the first role not looked at, None after the last."""

    pairs: list[tuple[Role, Topic]]
    following: int | None

    @property
    def more(self) -> bool:
        return self.following is not None

    @property
    def groups(self) -> Counter[Group]:
        """How many are lacking in each group, in the order of the groups."""
        return Counter(role.group for role, _ in self.pairs)


def coverage_of(group: Group, start: int = 0) -> Coverage:
    """The roles of ``group`` from the ``start``-th on, as they stand among their neighbours. Three queries."""
    first = start - start % NEIGHBOURS
    neighbours = list(roles_of(group)[first : first + NEIGHBOURS])
    counts = _counts(neighbours)
    asked: Counter[int] = Counter()
    for numbers in counts.values():
        asked.update(numbers)
    usual = _usual(counts)
    shown = neighbours[start - first : start - first + MOST_ROLES]
    # A gap has a column however seldom its topic is asked: what the table did not show nobody would fill.
    lacking = {topic for role in shown for topic in usual if _lacks(counts, usual, role.pk, topic)}
    ranked = sorted(asked, key=lambda topic: (-asked[topic], topic))
    columns = [topic for place, topic in enumerate(ranked) if place < MOST_TOPICS or topic in lacking]
    topics = Topic.objects.in_bulk(columns)

    def cell(role: Role, topic: int) -> Cell:
        number = counts.get(role.pk, Counter())[topic]
        return Cell(role, topics[topic], number, missing=_lacks(counts, usual, role.pk, topic))

    rows = [(role, [cell(role, key) for key in columns]) for role in shown]
    return Coverage([topics[key] for key in columns], rows, left_out=len(ranked) - len(columns))


def missing_topics(groups: Iterable[Group] | None = None, *, start: int = 0, at_most: int = ON_THE_DESK) -> Missing:
    """Topics that at least half of the other roles of a group publish questions about, and a role of it has none of.

    Told of ``at_most`` roles by group and title from the ``start``-th on, of all groups unless some are given; three
    queries. A group is looked at as a whole where it fits: beside others of its neighbours a role would lack something
    else. Roles without any published question are left out: they lack more than a topic.
    """
    wanted = Role.objects.exclude(status=Status.RETIRED)
    if groups is not None:
        wanted = wanted.filter(group__in=groups)
    in_order = wanted.select_related("group__field").order_by("group__name_key", "group", "title_key", "pk")
    found = list(in_order[start : start + at_most + 1])
    roles = _whole_groups(found, at_most)
    by_group: dict[int, list[Role]] = defaultdict(list)
    for role in roles:
        by_group[role.group_id].append(role)
    counts = _counts(roles)
    lacking = [pair for neighbours in by_group.values() for pair in _missing(neighbours, counts)]
    topics = Topic.objects.in_bulk({topic for _, topic in lacking})
    following = start + len(roles) if len(found) > len(roles) else None
    return Missing([(role, topics[topic]) for role, topic in lacking], following)


def _whole_groups(roles: list[Role], at_most: int) -> list[Role]:
    """The first ``at_most`` of ``roles`` without a last group that goes on beyond them, unless it is the only one."""
    kept = roles[:at_most]
    if len(roles) > at_most and roles[at_most].group_id == kept[-1].group_id != kept[0].group_id:
        return [role for role in kept if role.group_id != kept[-1].group_id]
    return kept


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
