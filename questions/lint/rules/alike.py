"""No two questions of a role that read much alike, measured as the desk measures it."""

from collections.abc import Iterator
from itertools import combinations

from questions.editorial.duplicates.similarity import read, similarity
from questions.lint.bank import Bank
from questions.lint.findings import Finding

RULE = "alike"


def check(bank: Bank) -> Iterator[Finding]:
    readings = {key: read(question.text) for key, (_path, question) in bank.distinct().items()}
    seen: set[tuple[str, str]] = set()
    for role in bank.roles:
        for one, other in combinations(role.placed, 2):
            if (one, other) in seen:
                continue  # two shared questions meet in many roles
            seen.add((one, other))
            score = similarity(readings[one], readings[other])
            if score >= bank.limits.alike:
                (first_path, first), (path, second) = role.placed[one], role.placed[other]
                where = f"line {first.line}" if first_path == path else f"{first_path.name}, line {first.line}"
                yield Finding(path, second.line, RULE, f"reads much like another question of the role ({score:.2f}; {where})")
