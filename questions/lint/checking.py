"""All rules at once."""

from collections.abc import Callable, Iterator

from .bank import Bank
from .findings import Finding
from .rules import (
    ageing,
    alike,
    counts,
    echo,
    guidance,
    lengths,
    links,
    reading,
    reading_grade,
    repetition,
    roles,
    spelling,
    topics,
)

type Rule = Callable[[Bank], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    reading.check,
    guidance.check,
    lengths.check,
    reading_grade.check,
    repetition.check,
    echo.check,
    alike.check,
    links.check,
    roles.check,
    topics.check,
    ageing.check,
    counts.check,
)


def lint(bank: Bank, *, with_spelling: bool = True) -> list[Finding]:
    """Everything that is wrong with ``bank``, in the order of files and lines.

    Raises spelling.NoDictionaryError if spelling is to be looked at and no dictionary is installed.
    """
    rules = (*RULES, spelling.check) if with_spelling else RULES
    return sorted({finding for rule in rules for finding in rule(bank)})
