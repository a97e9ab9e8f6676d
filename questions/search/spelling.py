"""What may have been meant by a search that found nothing: other spellings, fewer words, names that look alike."""

from difflib import SequenceMatcher, get_close_matches

from questions.models import Role, Topic

from . import things
from .found import Found
from .index import alike, newest, planned_anew, with_letters
from .query import Query, words_of
from .results import Results
from .things import Things, rows_of

# Of so many names that look alike a word is looked for; half of its letters must be right at the least.
NAMES = 50
CLOSE, VERY_CLOSE = 0.75, 0.85
SHORTEST, LONG = 4, 6
NEAREST = 8
# Names, each with the column of their normal form.
NAMED: dict[Things, str] = {
    things.roles: "title_key",
    things.titles: "name_key",
    things.asked_topics: "name_key",
    things.asked_aliases: "name_key",
}


def otherwise(results: Results) -> Results:
    """What words spelt otherwise find, in place of ``results``; else what the words that occur at all find."""
    if not results.query:
        return results
    with planned_anew():
        return _otherwise(results)


def _otherwise(results: Results) -> Results:
    query = results.query
    words = list(dict.fromkeys(query.words))
    # Of a single word it is known by now: nothing was found.
    unknown = words if len(words) == 1 and not query.excluded else [word for word in words if not _is_known(word)]
    if not unknown:
        return results
    spellings = {word: near for word in unknown if len(word) >= SHORTEST and (near := _nearest_word(word))}
    respelt = tuple(tuple(spellings.get(word, word) for word in term) for term in query.terms)
    if spellings and (found := Results(query.only(respelt), corrected=True)):
        return found
    known = tuple(term for term in respelt if not set(term) & (set(unknown) - set(spellings)))
    missing = tuple(word for word in unknown if word not in spellings)
    if known and missing and (found := Results(query.only(known), corrected=bool(spellings), missing=missing)):
        return found
    return results


def nearest_roles(query: Query) -> Found:
    """Published roles with names that look like the query."""
    return Found(rows_of(Role), _nearest(query, (things.roles, "pk"), (things.titles, "role")))


def nearest_topics(query: Query) -> Found:
    """Topics of published questions with names that look like the query."""
    return Found(rows_of(Topic), _nearest(query, (things.asked_topics, "pk"), (things.asked_aliases, "topic")))


def _nearest(query: Query, *names: tuple[Things, str]) -> list[int]:
    text = " ".join(query.words)
    found = [row for called, column in names for row in alike(called, text, column, NAMES)]
    # The databases count letters in different ways: what is likest is told in one.
    ranked = sorted(found, key=lambda row: (-SequenceMatcher(None, text, row[0]).ratio(), row))
    return list(dict.fromkeys(key for _name, key in ranked))[:NEAREST]


def _is_known(word: str) -> bool:
    return any(newest(named, Query(word, ((word,),), ()), 1) for named in (things.questions, *NAMED))


def _nearest_word(word: str) -> str:
    """The word of a name that ``word`` comes closest to.

    Names that have its beginning and its end are found at once; to find those that share any of its letters takes long where it
    is frequent.
    """
    if len(word) >= LONG:
        ends = (word[:3], word[-3:])
        names = [name for named, key in NAMED.items() for (name,) in with_letters(named, ends, NAMES, key)]
        if found := _closest(word, names, VERY_CLOSE):
            return found
    return _closest(word, [name for named in NAMED for name, _pk in alike(named, word, "pk", NAMES)], CLOSE)


def _closest(word: str, names: list[str], cutoff: float) -> str:
    candidates = dict.fromkeys(other for name in names for other in words_of(name, limit=None))
    return next(iter(get_close_matches(word, sorted(candidates), n=1, cutoff=cutoff)), "")
