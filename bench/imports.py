"""What an import costs: 4,500 guides with 22,500 questions, measured as whole processes."""

import resource
import subprocess
import sys
import time
from pathlib import Path

from bench.figures import Figure
from bench.tree import make_tree

# What we promise on two cores: seconds for the first import and for one that finds nothing new, and megabytes.
FIRST, AGAIN, MEMORY = 15, 5, 300


def measure(folder: Path, environment: dict[str, str]) -> list[Figure]:
    """Import a made-up tree twice into the database that ``environment`` names."""
    questions = make_tree(folder / "guides")

    def manage(*arguments: str) -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "manage.py", *arguments], check=True, env=environment)
        return time.perf_counter() - started

    manage("migrate", "--verbosity", "0")
    manage("import_guides", "--quiet", "content/topics.yaml")
    first = manage("import_guides", "--quiet", str(folder / "guides"))
    again = manage("import_guides", "--quiet", str(folder / "guides"))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        Figure(f"import of {questions:,} questions", first, "s", FIRST, f"{questions / first:,.0f} questions/s"),
        Figure("the same again, unchanged", again, "s", AGAIN, f"{questions / again:,.0f} questions/s"),
        Figure("the largest process of these", memory, "MB", MEMORY),
    ]
