"""A mock set: the questions drawn for one address, with how long to take for each and what to rate them by."""

from dataclasses import dataclass

from questions.browse.outline import Outline, questions_at
from questions.models import Benchmark, Question, Role, Topic

from .drawing import LARGEST, SMALLEST, draw, usable
from .pacing import minutes_for
from .parts import parts_of


@dataclass(frozen=True)
class Turn:
    """A question in its turn: the first has the number 1. ``topic`` is the heading it stands under on the role's page."""

    number: int
    question: Question
    topic: Topic | None
    minutes: int

    @property
    def parts(self) -> list[str]:
        """What a good answer covers, part by part; none where it is not written as a list."""
        return parts_of(self.question.points)


@dataclass(frozen=True)
class MockSet:
    """``turns`` are the questions drawn; there are fewer than ``wished`` where the role has no more."""

    wished: int
    seed: str
    turns: list[Turn]
    sizes: range

    @property
    def address(self) -> dict[str, str | int]:
        """What an address says to mean this set, here and on the interviewer sheet."""
        return {"n": self.wished, "seed": self.seed}

    @property
    def minutes(self) -> int:
        return sum(turn.minutes for turn in self.turns)

    @property
    def best_total(self) -> int:
        """The sum of the ratings if every answer were a 5."""
        return 5 * len(self.turns)


def mock_set(role: Role, wished: int, seed: str) -> MockSet:
    """The set of ``wished`` questions that ``seed`` draws from the published questions of ``role``. Six queries."""
    places = Outline(role).places
    drawn = draw(places, wished, seed)
    topics = {place.question_id: place.heading for place in drawn}
    turns = [
        Turn(number, question, topics[question.pk], minutes_for(question.kind, question.points))
        for number, question in enumerate(questions_at(drawn), start=1)
    ]
    return MockSet(wished, seed, turns, sizes=range(SMALLEST, min(LARGEST, len(usable(places))) + 1))


def anchors_of(question: Question, level: str) -> list[Benchmark]:
    """What the question's good answers sound like at ``level``; at every level it knows if that is none of them."""
    benchmarks = list(question.benchmarks.all())
    return [benchmark for benchmark in benchmarks if benchmark.level == level] or benchmarks
