"""What a search gives back."""

from functools import cached_property

from questions.models import Question, ResourceLink, Role, Topic

from . import names, texts
from .found import Found
from .query import Query
from .things import rows_of


class Results:
    """Published things that match ``query``, best first; each sort is looked for when it is asked for.

    Where nothing had what was typed, ``corrected`` says that ``query`` is spelt otherwise, ``missing`` which words it leaves out.
    """

    def __init__(self, query: Query, *, corrected: bool = False, missing: tuple[str, ...] = ()) -> None:
        self.query = query
        self.corrected = corrected
        self.missing = missing

    def __bool__(self) -> bool:
        return any((self.roles, self.topics, self.questions, self.links))

    @cached_property
    def roles(self) -> Found:
        return names.roles(self.query) if self.query else Found(rows_of(Role))

    @cached_property
    def topics(self) -> Found:
        return names.topics(self.query) if self.query else Found(rows_of(Topic))

    @cached_property
    def questions(self) -> Found:
        return texts.questions(self.query) if self.query else Found(rows_of(Question))

    @cached_property
    def links(self) -> Found:
        return texts.links(self.query) if self.query else Found(rows_of(ResourceLink))
