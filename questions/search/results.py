"""What a search gives back."""

from dataclasses import dataclass

from questions.models.catalogue_queries import RoleQuerySet
from questions.models.question_queries import QuestionQuerySet
from questions.models.topic import TopicQuerySet


@dataclass(frozen=True, slots=True)
class Results:
    """Published things that match, best first, as QuerySets nobody has run yet: the caller slices, pages and counts."""

    roles: RoleQuerySet
    topics: TopicQuerySet
    questions: QuestionQuerySet
