"""A tree of guides in a temporary folder, and its import."""

from pathlib import Path

import pytest

from questions.guides.loading.guide import Options
from questions.guides.loading.importing import import_guides
from questions.guides.loading.report import Report

HOME = "Library and Information Science/Librarianship"


class Tree:
    """Files to import; ``write`` places a guide in the Librarianship group unless its name says another place."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / (name if "/" in name or name.endswith(".yaml") else f"{HOME}/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def load(self, *, dry_run: bool = False, overwrite: bool = False, as_draft: bool = False) -> Report:
        report = import_guides([self.root], Options(overwrite=overwrite, as_draft=as_draft), dry_run=dry_run)
        assert not report.failures, report.failures
        return report

    def load_with_failures(self) -> Report:
        return import_guides([self.root])


@pytest.fixture
def tree(tmp_path: Path, db: None) -> Tree:
    return Tree(tmp_path / "guides")


@pytest.fixture
def outreach() -> str:
    """A small guide in the native shape, without the front matter that makes it exact."""
    return """# Community Outreach Librarian Interview Prep

Takes the library to people who do not come in. Works with schools and shelters.

## Questions

### Community engagement

1. How do you define community engagement?
   - Purpose: Shows whether you listen first.
   - Follow-up: Who was left out?
2. Tell me about a time you won a partner over.

### Budgets

3. What would you do if the grant ended early?

## Resources

- [Bookmobile people](https://bookmobiles.example/) – stories from the road
"""
