"""By what the results of a search can be narrowed, and how many each choice leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from questions.models import Field, Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.search import Found, Results
from questions.search.index import listed
from questions.vocabulary import Kind

TOPICS = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: ``value`` as the address has it, ``name`` as people read it, how many it leaves."""

    value: str
    name: str
    count: int
    chosen: bool


class Facets:
    """What ``asked`` narrows the roles and questions of ``results`` to. Counts of one facet heed the choice in the others."""

    def __init__(self, results: Results, asked: dict[str, str]) -> None:
        self._asked = asked
        self._results = results
        self._narrowings = {
            name: narrowing for name in ("kind", "topic", "field") if (narrowing := self._narrowing(name)) is not None
        }
        self.questions = self._questions()
        self.roles = self._roles(results.roles)

    @property
    def chosen(self) -> bool:
        return bool(self._narrowings)

    @property
    def offered(self) -> bool:
        """Whether there is anything to choose between, or a choice to take back."""
        return self.chosen or any(len(choices) > 1 for choices in (self.kinds, self.topics, self.fields))

    @cached_property
    def kinds(self) -> list[Choice]:
        counts = self._counts(Question.objects.filter(pk__in=listed(self._questions(but="kind").keys)), "kind")
        return [self._choice("kind", kind.value, str(kind.label), counts[kind.value]) for kind in Kind if kind.value in counts]

    @cached_property
    def topics(self) -> list[Choice]:
        """The most frequent topics, and the one that is chosen."""
        counts = self._counts(QuestionTopic.objects.filter(content_object__in=listed(self._questions(but="topic").keys)), "tag")
        frequent = sorted(counts, key=lambda topic: (-counts[topic], topic))[:TOPICS]
        topics = Topic.objects.filter(pk__in=frequent) | Topic.objects.filter(slug=self._asked.get("topic", ""), pk__in=counts)
        return [self._choice("topic", topic.slug, topic.name, counts[topic.pk]) for topic in topics.alphabetical()]

    @cached_property
    def fields(self) -> list[Choice]:
        """The fields of the roles found."""
        counts = self._counts(Role.objects.filter(pk__in=listed(self._results.roles.keys)), "group__field")
        fields = Field.objects.filter(pk__in=counts).order_by("name_key", "pk")
        return [self._choice("field", field.slug, field.name, counts[field.pk]) for field in fields]

    def _choice(self, facet: str, value: str, name: str, count: int) -> Choice:
        return Choice(value, name, count, self._asked.get(facet) == value)

    def _roles(self, roles: Found) -> Found:
        return roles.among(Role.objects.filter(group__field__slug=self._asked["field"])) if "field" in self._asked else roles

    def _questions(self, but: str = "") -> Found:
        found = self._results.questions
        narrowings = [narrowing for name, narrowing in self._narrowings.items() if name != but]
        for narrowing in narrowings:
            found = found.among(narrowing)
        return found

    def _narrowing(self, name: str) -> "QuerySet[Any] | None":
        value = self._asked.get(name)
        if not value:
            return None
        places = RoleQuestion.objects.filter(question=OuterRef("pk"), role__group__field__slug=value)
        return {
            "kind": Question.objects.filter(kind=value),
            "topic": Question.objects.filter(topic_items__tag__slug=value),
            "field": Question.objects.filter(Exists(places)),
        }[name]

    @staticmethod
    def _counts(rows: "QuerySet[Any]", by: str) -> dict[Any, int]:
        counted: Iterable[tuple[Any, int]] = rows.order_by().values_list(by).annotate(number=Count("pk"))
        return dict(counted)
