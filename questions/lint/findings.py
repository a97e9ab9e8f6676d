"""What a rule finds."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """``line`` counts from 1, and is 0 where the fault is the file's or the bank's as a whole; ``message`` is for people."""

    path: Path
    line: int
    rule: str
    message: str

    def seen_from(self, folder: Path) -> "Finding":
        """The same with a short path, if the file is below ``folder``."""
        return replace(self, path=self.path.relative_to(folder)) if self.path.is_relative_to(folder) else self

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.message} [{self.rule}]"
