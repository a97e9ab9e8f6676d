"""How much of everything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """``rounds`` of killing, ``seconds`` under load, ``questions`` in the bank."""

    rounds: int
    seconds: float
    questions: int
