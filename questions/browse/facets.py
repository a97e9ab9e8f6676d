"""By what the results of a search can be narrowed, and how many each choice leaves."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet

from questions.models import Field, Question, QuestionTopic, Role, RoleQuestion, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared
from questions.search import Found, Results
from questions.vocabulary import Kind

TOPICS = 12


def _counting(things: type[Model], key: str, by: str) -> Prepared:
    """How many of the things of keys there are of each value of a column."""

    def write(keys: list[int]) -> "QuerySet[Any]":
        rows = things._base_manager.filter(**{f"{key}__in": listed(keys)}).order_by()
        return rows.values_list(by).annotate(number=Count("pk"))

    return Prepared(write, keys=list)


def _narrowing(things: type[Model], narrowed: Callable[[str], Q]) -> Prepared:
    """Those keys of things that a value leaves."""

    def write(keys: list[int], value: str) -> "QuerySet[Any]":
        return things._base_manager.filter(narrowed(value), pk__in=listed(keys)).values_list("pk", flat=True)

    return Prepared(write, keys=list, value=str)


TOPICS_OF = _counting(QuestionTopic, "content_object", "tag")
FIELDS_OF = _counting(Role, "pk", "group__field")
FIELDS = Prepared(
    lambda keys: Field.objects.filter(pk__in=listed(keys)).order_by("name_key", "pk").values_list("pk", "slug", "name"), keys=list
)
CHOICES = Prepared(
    lambda frequent, slug, all: (
        Topic.objects.filter(Q(pk__in=listed(frequent)) | Q(slug=slug, pk__in=listed(all)))
        .alphabetical()
        .values_list("pk", "slug", "name")
    ),
    frequent=list,
    slug=str,
    all=list,
)
OF_FIELD = _narrowing(Role, lambda value: Q(group__field__slug=value))
PLACES = RoleQuestion.objects.filter(question=OuterRef("pk"))
NARROWINGS = {
    "topic": _narrowing(Question, lambda value: Q(topic_items__tag__slug=value)),
    "field": _narrowing(Question, lambda value: Q(Exists(PLACES.filter(role__group__field__slug=value)))),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: ``address`` asks for it, ``name`` is what people read; how many it leaves."""

    address: str
    name: str
    count: int
    chosen: bool


class Facets:
    """What ``asked`` narrows the roles and questions of ``results`` to. Counts of one facet heed the choice in the others."""

    def __init__(self, results: Results, asked: dict[str, str]) -> None:
        self._asked = asked
        self._results = results
        self._narrowings = [name for name in ("kind", *NARROWINGS) if asked.get(name)]
        self.questions = self._questions()
        self.roles = results.roles.left_by(OF_FIELD, value=asked["field"]) if "field" in asked else results.roles

    @property
    def chosen(self) -> bool:
        return bool(self._narrowings)

    @property
    def offered(self) -> bool:
        """Whether there is anything to choose between, or a choice to take back."""
        return self.chosen or any(len(choices) > 1 for choices in (self.kinds, self.topics, self.fields))

    @cached_property
    def kinds(self) -> list[Choice]:
        found = self._questions(but="kind")
        counts = Counter(found.kinds[key] for key in found.keys)
        return [self._choice("kind", kind.value, str(kind.label), counts[kind.value]) for kind in Kind if kind.value in counts]

    @cached_property
    def topics(self) -> list[Choice]:
        """The most frequent topics, and the one that is chosen."""
        counts = self._counts(TOPICS_OF, self._questions(but="topic"))
        frequent = sorted(counts, key=lambda topic: (-counts[topic], topic))[:TOPICS]
        topics = CHOICES(frequent=frequent, slug=self._asked.get("topic", ""), all=list(counts)) if counts else ()
        return [self._choice("topic", slug, name, counts[key]) for key, slug, name in topics]

    @cached_property
    def fields(self) -> list[Choice]:
        """The fields of the roles found."""
        counts = self._counts(FIELDS_OF, self._results.roles)
        fields = FIELDS(keys=list(counts)) if counts else ()
        return [self._choice("field", slug, name, counts[key]) for key, slug, name in fields]

    def _choice(self, facet: str, value: str, name: str, count: int) -> Choice:
        address = f"?{urlencode(self._asked | {facet: value})}"
        return Choice(address, name, count, self._asked.get(facet) == value)

    def _questions(self, but: str = "") -> Found:
        found = self._results.questions
        for name in self._narrowings:
            value = self._asked[name]
            if name != but:
                found = found.of_kind(value) if name == "kind" else found.left_by(NARROWINGS[name], value=value)
        return found

    @staticmethod
    def _counts(by: Prepared, found: Found) -> dict[Any, int]:
        return dict(by(keys=found.keys)) if found else {}
