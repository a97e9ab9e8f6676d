"""A folder with one guide to lint. What a test does not say is as it should be."""

from pathlib import Path

import pytest

from questions.lint.bank import read_bank
from questions.lint.findings import Finding
from questions.lint.limits import Limits

GROUP = "Library and Information Science/Public Libraries"

QUESTION = {
    "text": "A toddler has emptied a shelf and the cart is full. What do you do first?",
    "Kind": "situational",
    "Purpose": "Small upsets decide whether a parent comes back, and nobody can plan for them.",
    "Points": ["greets the child by name", "asks the parent to help", "puts the books on a cart for later"],
    "Follow-up": ["How would you prevent the next time?", "When would you ask a colleague to step in?"],
    "Avoid": "Scolding the parent while others listen.",
    "Topics": "Storytime",
}
DESCRIPTION = "A teen librarian keeps a room where teens are welcome and finds out what they want next. " * 7
INTERVIEW = "Two people ask the same questions of everyone and write down what they hear. " * 6
FRONT = """format: 1
title: {title}
also_called: [{titles}]
summary: Keeps a room where teens are welcome.
"""
LINK = "- [Young Adult Library Services Association](https://www.ala.org/yalsa) – Books and training; look at the awards."
LINKS = "\n".join(LINK.replace("yalsa)", f"yalsa/{number})") + "\n  - Kind: association" for number in range(5))


class Folder:
    """A folder of guides: ``write`` adds one, ``findings`` are what linting finds, all of it or that of one rule."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def file(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def write(self, *questions: dict, title: str = "Teen Librarian", titles: str = "", links: str = LINKS) -> Path:
        """A role's guide; each question is QUESTION with other values, and None leaves a part out."""
        front = FRONT.format(title=title, titles=titles or f"{title} I, {title} II")
        body = "\n".join(item(QUESTION | question) for question in questions or ({},))
        parts = [f"---\n{front}---\n# {title}", DESCRIPTION, "## The interview", INTERVIEW, "## Questions", body, "## Resources"]
        return self.file(f"{GROUP}/{title}.md", "\n\n".join([*parts, links]) + "\n")

    def share(self, *questions: dict, roles: str) -> Path:
        body = "\n".join(item(QUESTION | question) for question in questions)
        return self.file("Shared.md", f"---\nformat: 1\nroles: [{roles}]\n---\n## Questions\n\n{body}\n")

    def findings(self, rule: str | None = None) -> list[Finding]:
        from questions.lint.checking import lint

        return [finding for finding in lint(read_bank(self.root)) if rule in (None, finding.rule)]

    def messages(self, rule: str | None = None) -> list[str]:
        return [finding.message for finding in self.findings(rule)]

    def limits(self) -> Limits:
        return read_bank(self.root).limits


def item(question: dict) -> str:
    lines = [f"1. {question['text']}"]
    for label, value in question.items():
        if label == "text" or value is None:
            continue
        if label == "Points":
            lines += ["   - Points:", *(f"     - {point}" for point in value)]
        else:
            lines += [f"   - {label}: {text}" for text in (value if isinstance(value, list) else [value])]
    return "\n".join(lines)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)
