"""The search box above a list: every word (or "quoted phrase") is found in one of the list's search fields."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.text import smart_split, unescape_string_literal

from questions.models import Question, Role, RoleTitle, Topic, TopicAlias
from questions.normal import name_key
from questions.search import read_query
from questions.search.index import matching, naming
from questions.search.query import LONGEST

Column = tuple[type[Model], str]
# Which columns are found by an index: one by its words, names by any letters in a row, of which it takes three.
WORDS: set[Column] = {(Question, "text")}
NAMES: set[Column] = {(Role, "title_key"), (RoleTitle, "name_key"), (Topic, "name_key"), (TopicAlias, "name_key")}
FEWEST_LETTERS = 3


class Searched(admin.ModelAdmin):
    """A list whose search box uses the indexes of the bank where there are any."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        fields = list(self.get_search_fields(request))
        if len(fields) == 1 and self._holder(fields[0]) in WORDS and read_query(search_term):
            # All words in one look at the index.
            return queryset.filter(self._found(fields[0], search_term)), False
        for word in _words(search_term):
            found = Q()
            for field in fields:
                found |= self._found(field, name_key(word) if field.endswith("_key") else word)
            queryset = queryset.filter(found)
        return queryset, False

    def _holder(self, field: str) -> Column:
        """The model and the column that ``field`` ("text", "titles__name_key") names."""
        name, _, rest = field.partition("__")
        relation: Any = self.opts.get_field(name)
        return (relation.related_model, rest) if rest else (self.model, name)

    def _found(self, field: str, word: str) -> Q:
        """Related texts are searched on their own instead of by a join: no row comes twice, and no sort walks two tables."""
        name, _, rest = field.partition("__")
        relation: Any = self.opts.get_field(name)
        model, column = self._holder(field)
        matches = _matches(model, column, word)
        if not rest:
            return Q(pk__in=matches.order_by().values("pk"))
        return Q(**{f"{name}__in": matches}) if relation.many_to_one else Q(pk__in=matches.values(relation.field.name))


def _matches(model: type[Model], column: str, word: str) -> "QuerySet[Any]":
    things = model._base_manager.all()
    query = read_query(word)
    if (model, column) in WORDS and query:
        return matching(things, query, prefix=query.prefix(FEWEST_LETTERS), column=column)
    if (model, column) in NAMES and len(word) >= FEWEST_LETTERS:
        return naming(things, word)
    return things.filter(**{f"{column}__icontains": word})


def _words(search: str) -> list[str]:
    # Databases refuse very long patterns, and PostgreSQL refuses NUL.
    bits = list(smart_split(search.replace("\0", " ")[:LONGEST]))
    return [unescape_string_literal(bit) if len(bit) > 2 and bit[0] == bit[-1] and bit[0] in "\"'" else bit for bit in bits]
