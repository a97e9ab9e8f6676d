"""The questions of one role, arranged: under which heading each stands, and how many there are of each topic and kind.

It works on a few columns of every published question of the role, in two queries, and the pages then fetch the few
questions they show. So its cost follows the size of the role, never that of the bank.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from questions.models import Question, Role, RoleQuestion, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared
from questions.vocabulary import Kind, Source

COLUMNS = ("question_id", "question__kind", "question__source_kind", "section_id", "question__topic_items__tag_id")
PLACES = Prepared(lambda role: RoleQuestion.objects.public().filter(role=role).values_list(*COLUMNS), role=int)
TOPICS = Prepared(lambda keys: Topic.objects.only("name", "name_key", "slug").filter(pk__in=listed(keys)), keys=list)

# Questions by their keys, in one of the forms that pages show.
Fetch = Callable[[Sequence[int]], Mapping[int, Any]]


@dataclass(slots=True)
class Place:
    """A question in the role: its heading (None: the other questions) and everything it counts for."""

    question_id: int
    kind: str
    source_kind: str
    section_id: int | None
    topic_ids: set[int]
    heading: Topic | None = None


@dataclass(slots=True)
class Section:
    """Questions under one heading; ``topic`` is None for those without, ``first`` the place of the first in the role."""

    topic: Topic | None
    first: int
    total: int = 0
    continued: bool = False
    questions: list[Any] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Its place on the page of the role."""
        return f"on-{self.topic.slug}" if self.topic else "other"


class Outline:
    """The published questions of ``role``, narrowed to a topic or a kind or both; ``places`` stand in reading order."""

    def __init__(self, role: Role, topic: Topic | None = None, kind: str = "") -> None:
        self.all = _places(role)
        self.topics = {topic.pk: topic for topic in TOPICS(keys=list({pk for place in self.all for pk in place.topic_ids}))}
        self._give_headings()
        of_kind = [place for place in self.all if not kind or place.kind == kind]
        on_topic = [place for place in self.all if not topic or topic.pk in place.topic_ids]
        kinds = Counter(place.kind for place in on_topic)
        topics = Counter(pk for place in of_kind for pk in place.topic_ids)
        self.kind_counts = [(word, kinds[word]) for word in Kind if kinds[word]]
        self.topic_counts = [(self.topics[pk], count) for pk, count in topics.items()]
        self.topic_counts.sort(key=lambda counted: counted[0].name_key)
        self.on_topic_total = len(on_topic)
        self.places = [place for place in of_kind if not topic or topic.pk in place.topic_ids]
        if not topic:
            self._order_by_heading()

    @cached_property
    def sections(self) -> list[Section]:
        """The headings in reading order, without their questions."""
        found: dict[Topic | None, Section] = {}
        for number, place in enumerate(self.places):
            found.setdefault(place.heading, Section(place.heading, first=number)).total += 1
        return list(found.values())

    def sections_between(self, start: int, end: int, fetch: Fetch | None = None) -> list[Section]:
        """The headings of the places ``start`` to ``end`` (excluded), with the questions that stand there.

        ``fetch`` gets them by their keys in whatever form the page shows; without it they come with their guidance.
        """
        keys = [place.question_id for place in self.places]
        questions = (fetch or _with_guidance)(keys[start:end])
        shown = []
        for section in self.sections:
            here = keys[max(section.first, start) : min(section.first + section.total, end)]
            section.questions = [questions[key] for key in here if key in questions]
            section.continued = section.first < start
            shown += [section] if section.questions else []
        return shown

    @cached_property
    def largest_topic(self) -> int:
        """How many questions the topic has that has most."""
        return max((count for _, count in self.topic_counts), default=0)

    @property
    def source_counts(self) -> list[tuple[Source, int]]:
        sources = Counter(place.source_kind for place in self.all)
        return [(word, sources[word]) for word in Source if sources[word]]

    def _give_headings(self) -> None:
        how_common = Counter(pk for place in self.all for pk in place.topic_ids)
        for place in self.all:
            choices = [self.topics[pk] for pk in ([place.section_id] if place.section_id else place.topic_ids)]
            place.heading = min(choices, key=lambda topic: (-how_common[topic.pk], topic.name_key), default=None)

    def _order_by_heading(self) -> None:
        order = {heading: number for number, heading in enumerate(dict.fromkeys(place.heading for place in self.all))}
        order[None] = len(order)
        self.places.sort(key=lambda place: order[place.heading])


def questions_at(places: Collection[Place], fetch: Fetch | None = None) -> list[Any]:
    """The questions at ``places``, fetched as for ``sections_between``."""
    keys = [place.question_id for place in places]
    found = (fetch or _with_guidance)(keys)
    return [found[key] for key in keys if key in found]


def _with_guidance(keys: Sequence[int]) -> Mapping[int, Any]:
    """Three queries."""
    return Question.objects.with_guidance().in_bulk(keys)


def _places(role: Role) -> list[Place]:
    places: dict[int, Place] = {}
    for question_id, kind, source_kind, section_id, topic_id in PLACES(role=role.pk):
        if question_id not in places:
            places[question_id] = Place(question_id, kind, source_kind, section_id, topic_ids={section_id} - {None})
        if topic_id:
            places[question_id].topic_ids.add(topic_id)
    return list(places.values())
