"""Roles and topics by what they are called: their own names, and their other ones."""

from questions.models import Role, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared

from . import things
from .found import Found
from .index import beginning, newest
from .query import PREFIX_OF_NAMES, Query, words_of
from .things import Things, rows_of

# A word of an occupation ("manager") is in some thousand of 60,000 titles: so many of the newest are ranked, and so many found.
NAMES = 1_000
FOUND = 1_000
# Names that begin with all that was typed may be older: so many of them are ranked as well.
BEGUN = 50
# Where nothing is called so, names with a longer last word are looked for: so many of them.
LONGER = 500
LAST = 4
# A thing's key; the name in its normal form, and what else is found by; and, unless it is the thing's own, the name as written.
Row = tuple[int, str, str, str]


# Names, the key of the thing they name, the column of the normal form, and what else is found by.
Source = tuple[Things, str, str, str]
ROLES: tuple[Source, ...] = ((things.roles, "pk", "title_key", "onet_soc_code"), (things.titles, "role", "name_key", "name"))
TOPICS: tuple[Source, ...] = ((things.topics, "pk", "name_key", "name"), (things.aliases, "topic", "name_key", "name"))
ASKED = Prepared(lambda keys: things.asked_topics().filter(pk__in=listed(keys)).values_list("pk", flat=True), keys=list)


def roles(query: Query) -> Found:
    """Published roles by title, other titles and O*NET-SOC code, the nearest name first."""
    return _found(rows_of(Role), query, ROLES)


def topics(query: Query) -> Found:
    """Topics of published questions by name and alias, the nearest name first."""
    return _found(rows_of(Topic), query, TOPICS).left_by(ASKED)


def _found(rows: Prepared, query: Query, sources: tuple[Source, ...]) -> Found:
    best: dict[int, tuple] = {}
    for source in sources:
        for row in _rows(source, query, NAMES):
            _rank(best, row, _distance(query, *row[1:3]))
    prefix = query.prefix(PREFIX_OF_NAMES)
    if prefix and not best:
        for source in sources:
            for row in _rows(source, query, LONGER, prefix):
                # A stem may begin as well: "communities" is none of the words that "communication" begins with.
                if any(word.startswith(prefix) for word in words_of(f"{row[1]} {row[2]}", limit=None)):
                    _rank(best, row, LAST)
    ranked = sorted(best, key=lambda thing: (best[thing], thing))
    return Found(rows, ranked[:FOUND], more=len(ranked) > FOUND, by={thing: rank[-1] for thing, rank in best.items()})


def _rows(source: Source, query: Query, limit: int, prefix: str = "") -> list[Row]:
    names, thing, key, extra = source
    rows = newest(names, query, limit, thing, key, extra, prefix=prefix)
    if len(rows) == limit and not prefix:
        begun = beginning(names, query.text, BEGUN, thing, key, extra)
        rows += [row for row in begun if f"{row[1]} ".startswith(f"{query.text} ")]
    return [(*row, "" if thing == "pk" else row[2]) for row in rows]


def _rank(best: dict[int, tuple], row: Row, distance: int) -> None:
    thing, name, _extra, other = row
    rank = (distance, other != "", len(name), name, other)
    if thing not in best or rank < best[thing]:
        best[thing] = rank


def _distance(query: Query, name: str, extra: str) -> int:
    """How far a name that has all the words is from what was typed: 0 the same."""
    if query.text in (name, extra.casefold()):
        return 0
    if name.startswith(f"{query.text} "):
        return 1
    return 2 if f" {query.text} " in f" {name} " else 3
