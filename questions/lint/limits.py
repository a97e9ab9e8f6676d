"""What a folder is held to: limits for each question, which have defaults, and counts for a whole bank, which it sets itself."""

import dataclasses as dc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from questions.guides.document import GuideError

FILE = "lint.yaml"

type Range = tuple[int, int]


def _lengths() -> dict[str, Range]:
    return {
        "question": (20, 240),
        "purpose": (40, 250),
        "point": (8, 160),
        "follow-up": (10, 160),
        "avoid": (20, 200),
        "level": (20, 240),
        "summary": (20, 200),
        "description": (600, 2500),
        "interview": (400, 2500),
        "note": (20, 240),
    }


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths are in characters, shares from 0 to 1, ranges least and most. A count of 0 is not looked at."""

    # Each question and role.
    points: Range = (3, 6)
    follow_ups: int = 2
    topics: Range = (1, 4)
    other_titles: Range = (2, 6)
    resources: int = 5
    lengths: dict[str, Range] = dc.field(default_factory=_lengths)
    grade: float = 12.0  # school grade by Flesch and Kincaid, of a question's guidance
    repeated: int = 3  # places in which one sentence may stand
    echo: float = 0.8  # of what a part of the guidance is about, the share that stands in the question
    alike: float = 0.7  # of two questions of a role, as the desk measures it
    # The bank as a whole.
    questions: int = 0
    roles: int = 0
    questions_per_role: int = 0
    own_questions_per_role: int = 0
    questions_to_ask: int = 0
    questions_per_topic: int = 0
    behavioral: float = 0.0
    situational: float = 0.0
    benchmarks: float = 0.0
    at_least: dict[str, int] = dc.field(default_factory=dict)  # questions of single roles, by title
    must_ask_about: dict[str, list[str]] = dc.field(default_factory=dict)  # topics of single roles, by title


def read_limits(folder: Path) -> Limits:
    """The limits of ``folder``: those of its lint.yaml, the defaults for the rest.

    Raises GuideError, with a sentence for people, for a file that is no YAML or names a limit that there is none.
    """
    path = folder / FILE
    if not path.is_file():
        return Limits()
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise GuideError(f"{path} is no valid YAML; mend it", mark.line + 1 if mark else 0) from None
    if not isinstance(said, dict):
        raise GuideError(f"{path} must be lines of the form “limit: number”")
    defaults = Limits()
    for name, value in said.items():
        if not hasattr(defaults, str(name)):
            raise GuideError(f"{path} names a limit “{name}” that there is not; docs/content-guide.md lists them")
        if not _fits(value, getattr(defaults, name)):
            raise GuideError(f"{path}: “{name}” can not be {value!r}; look at docs/content-guide.md for what it takes")
    lengths = defaults.lengths | {part: tuple(pair) for part, pair in said.pop("lengths", {}).items()}
    ranges = {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
    return Limits(**(said | ranges), lengths=lengths)


def _fits(value: Any, default: Any) -> bool:
    """Whether a value of the file can stand where ``default`` does."""
    if isinstance(default, tuple):
        return isinstance(value, list) and len(value) == len(default) and all(type(number) is int for number in value)
    if isinstance(default, float):
        return type(value) in (int, float)
    if isinstance(default, dict):
        return isinstance(value, dict) and all(_fits(one, next(iter(default.values()), one)) for one in value.values())
    return type(value) is type(default)
