"""What an import costs: 4,500 guides with 22,500 questions, measured as whole processes."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from bench.tree import make_tree

# What we promise on two cores: seconds for the first import and for one that finds nothing new, and megabytes.
FIRST, AGAIN, MEMORY = 15, 5, 300


def measure(_questions: int = 0) -> list[Figure]:
    """Import a made-up tree twice into the database that the environment names."""
    with tempfile.TemporaryDirectory() as folder:
        questions = make_tree(Path(folder))
        _manage("migrate", "--verbosity", "0")
        _manage("import_guides", "--quiet", "content/topics.yaml")
        first, again = (_manage("import_guides", "--quiet", folder) for _ in range(2))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        Figure(f"import of {questions:,} questions", first, "s", FIRST, f"{questions / first:,.0f} questions/s"),
        Figure("the same again, unchanged", again, "s", AGAIN, f"{questions / again:,.0f} questions/s"),
        Figure("the largest process of these", memory, "MB", MEMORY),
    ]


def _manage(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", *arguments], check=True)
    return time.perf_counter() - started
