"""Which questions of a role make a mock set: a pure function of the role's places, a number and a seed.

The US Office of Personnel Management advises a structured interview of 5 to 8 competencies, each with a question of its
own. So every question is about another topic as long as there are topics left, and the kinds follow ``PLAN``.

A set is shared by its address, so it has to survive an editor's work on the role: questions are ranked by a hash of the
seed and their own permanent id, never by their place in a list. A question that is added or retired then matters only
where it is itself drawn, and a larger set begins with the smaller one of the same seed.
"""

from collections import Counter
from collections.abc import Collection
from hashlib import blake2b
from typing import TYPE_CHECKING

from questions.vocabulary import Kind

if TYPE_CHECKING:
    from questions.browse.outline import Place

SMALLEST, USUAL, LARGEST = 5, 6, 8

CORE = frozenset({Kind.BEHAVIORAL, Kind.SITUATIONAL})
OPENING = frozenset({Kind.MOTIVATIONAL, Kind.GENERAL, Kind.EXPERIENCE})
# The kinds in the order they are asked: one that anybody can begin with, a fact or two, and mostly what was done and
# what would be done, which tell most about later work. Left out is what the candidate asks: it closes the interview.
PLAN = (
    OPENING,
    {Kind.KNOWLEDGE},
    {Kind.BEHAVIORAL},
    {Kind.SITUATIONAL},
    {Kind.BEHAVIORAL},
    {Kind.SITUATIONAL},
    {Kind.KNOWLEDGE},
    {Kind.BEHAVIORAL},
)


def usable(places: Collection["Place"]) -> list["Place"]:
    """Those of ``places`` whose question an interviewer asks."""
    return [place for place in places if place.kind != Kind.TO_ASK]


def draw(places: Collection["Place"], number: int, seed: str) -> list["Place"]:
    """Up to ``number`` (at most 8) of ``places`` in the order they are asked: the same ones for the same ``seed``, always."""
    left = sorted(usable(places), key=lambda place: _rank(seed, place))
    drawn: list[Place] = []
    subjects: Counter[int | None] = Counter()
    topics: Counter[int] = Counter()
    for wanted in PLAN[: min(number, len(left))]:
        # min() takes the first of equals, so what is as good otherwise is decided by rank.
        best = min(
            left,
            key=lambda place: (
                subjects[_subject(place)],
                _unlike(place.kind, wanted),
                sum(topics[topic] for topic in place.topic_ids),
            ),
        )
        left.remove(best)
        drawn.append(best)
        subjects[_subject(best)] += 1
        topics.update(best.topic_ids)
    return drawn


def _rank(seed: str, place: "Place") -> bytes:
    # Not hash() or random: theirs may differ between two processes, or two versions of Python.
    return blake2b(f"{seed}\n{place.question_id}".encode("utf-8", "replace"), digest_size=16).digest()


def _subject(place: "Place") -> int | None:
    """The one topic a question counts for. Its heading on the page would not do: that depends on the role's other questions."""
    return place.section_id or min(place.topic_ids, default=None)


def _unlike(kind: str, wanted: Collection[Kind]) -> int:
    """How far ``kind`` is from what is ``wanted``: a kind that is lacking is made up for by the core of the interview."""
    if kind in wanted:
        return 0
    return 1 if kind in CORE else 3 if kind in OPENING else 2
