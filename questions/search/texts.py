"""Questions and links by their words: a phrase before scattered words, the question itself before its guidance."""

from questions.models import Question, ResourceLink
from questions.models.prepared import Prepared

from . import things
from .found import Found
from .index import newest
from .query import PREFIX_OF_QUESTIONS, Query
from .stems import stem_of, stems_of
from .things import Things, rows_of

# A word that a fifth of a large bank has cannot be ranked in full within a moment. Of more matches than FOUND the newest are
# taken; before them stand those that have the words in a row, or in the text itself, among RANKED times as many of the newest
# matches, and no more than NEWEST things.
FOUND = 300
RANKED = 10
NEWEST = 50_000


def questions(query: Query) -> Found:
    """Published questions; where nothing has all the words, those with a longer last word."""
    return _found(rows_of(Question), things.questions, "text", query)


def links(query: Query) -> Found:
    """Published links that work, by title and note."""
    return _found(rows_of(ResourceLink), things.links, "title", query)


def _found(rows: Prepared, every: Things, column: str, query: Query) -> Found:
    anywhere = newest(every, query, FOUND + 1, "pk", "kind", column)
    prefix = query.prefix(PREFIX_OF_QUESTIONS)
    if not anywhere and prefix:
        anywhere = newest(every, query, FOUND + 1, "pk", "kind", column, prefix=prefix)
    kinds = {key: kind for key, kind, _text in anywhere}
    if len(anywhere) <= FOUND:
        near = {key: distance(text, query) for key, _kind, text in anywhere}
        return Found(rows, sorted(near, key=lambda key: (near[key], -key)), kinds=kinds)
    latest, earliest = anywhere[0][0], anywhere[-1][0]
    since = max(latest - min(RANKED * (latest - earliest), NEWEST), 0)
    in_a_row = newest(every, query.phrase, FOUND, "pk", "kind", column=column, since=since) if len(query.terms) > 1 else []
    # The first of a key keeps its place.
    kinds = dict([*in_a_row, *newest(every, query, FOUND, "pk", "kind", column=column, since=since), *kinds.items()])
    return Found(rows, list(kinds)[:FOUND], more=True, kinds=kinds)


def distance(text: str, query: Query) -> int:
    """0 for a text with all the words of ``query`` in a row, 1 with all its terms, 2 for others, which have them elsewhere."""
    stems = f" {' '.join(stems_of(text))} "
    if f" {' '.join(map(stem_of, query.words))} " in stems:
        return 0
    return 1 if all(f" {' '.join(map(stem_of, term))} " in stems for term in query.terms) else 2
